/* The table of pins. */
#include "pins.h"

#include <string.h>

const struct pin pins[PINS_MAX] = {
    {"get_service", "/v1?known_at="},
    {"get_service", "/v1?pretty&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&limit=60&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&limit=100&facets=vendor,kind,segment,market,family&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&vendor=NVIDIA,AMD&tpp.gte=1600&sort=-tpp&limit=25&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&q=h20&facets=vendor&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&q=hopper%20nvlink&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&die_area_mm2.null=true&fields=id,name,metrics.tpp&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&limit=200&format=csv&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&limit=200&format=ndjson&sort=released_on&known_at="},
    {"get_chip", "/v1/chips/h20?date=2026-06-01&known_at="},
    {"get_chip", "/v1/chips/H100%20SXM?date=2026-06-01&known_at="},
    {"get_chip", "/v1/chips/amd-mi100?date=2026-06-01&known_at="},
    {"get_rulings", "/v1/rulings?date=2026-06-01&limit=20&facets=jurisdiction,kind,standing&known_at="},
    {"get_rulings", "/v1/rulings?date=2025-05-01&status=in_force&chip=h20&destination=CN&known_at="},
    {"get_rulings", "/v1/rulings?date=2026-12-01&status=suspended,scheduled&known_at="},
    {"get_rulings", "/v1/rulings?date=2026-06-01&q=affiliates%20rule&known_at="},
    {"get_rulings", "/v1/rulings?date=2026-06-01&limit=200&format=csv&known_at="},
    {"get_ruling", "/v1/rulings/us-bis-2025-04-09-nvidia-h20-letter?date=2025-05-01&known_at="},
    {"get_ruling", "/v1/rulings/us-bis-2023-10-17-acs-ifr?date=2026-06-01&known_at="},
    {"get_ruling", "/v1/rulings/us-bis-2025-09-29-affiliates-rule?date=2026-12-01&known_at="},
    {"get_events", "/v1/events?chip=h20&limit=20&facets=category&known_at="},
    {"get_events", "/v1/events?q=h20%20licenses&known_at="},
    {"get_events", "/v1/events?date.gte=2026-01-01&sort=date&limit=100&format=ndjson&known_at="},
    {"get_events", "/v1/events?chip=h20&limit=20&format=atom&known_at="},
    {"get_event", "/v1/events/2025-05-13-ai-diffusion-rescinded?date=2026-06-01&known_at="},
    {"get_destinations", "/v1/destinations?date=2026-07-09&group=D:4&known_at="},
    {"get_destinations", "/v1/destinations?date=2026-06-01&q=china&facets=region&known_at="},
    {"get_destinations", "/v1/destinations?date=2026-06-01&limit=200&format=csv&known_at="},
    {"get_destination", "/v1/destinations/CN?date=2026-06-01&known_at="},
    {"get_destination", "/v1/destinations/uae?date=2026-07-10&known_at="},
    {"get_groups", "/v1/groups?date=2026-06-01&known_at="},
    {"get_group", "/v1/groups/D:5?date=2026-06-01&known_at="},
    {"get_disputes", "/v1/disputes?date=2026-06-01&limit=10&known_at="},
    {"get_disputes", "/v1/disputes?date=2026-06-01&q=affiliates&known_at="},
    {"get_dispute", "/v1/disputes/affiliates-rule-after-2026-11-09?date=2026-06-01&known_at="},
    {"get_changes", "/v1/changes?limit=200&facets=kind,op&known_at="},
    {"get_changes", "/v1/changes?kind=chip&sort=-seq&limit=100&format=csv&known_at="},
    {"get_changes", "/v1/changes?kind=ruling&limit=100&format=atom&known_at="},
    {"get_eligibility", "/v1/eligibility?chip=h20&destination=CN&date=2025-05-01&explain=none&known_at="},
    {"get_eligibility", "/v1/eligibility?chip=h20&destination=china&date=2025-05-01&pretty&known_at="},
    {"get_eligibility", "/v1/eligibility?chip=h200&destination=CN&date=2026-01-10&explain=full&known_at="},
    {"get_eligibility",
     "/v1/eligibility?chip=b200&destination=SG&hq=CN&date=2026-12-01&explain=full&known_at="},
    {"get_eligibility",
     "/v1/eligibility?chip=trainium1&destination=CN&date=2026-06-01&explain=full&known_at="},
    {"get_eligibility", "/v1/eligibility?chip=h100&destination=SG&export_from=MY&date=2026-06-01&known_at="},
    {"get_matrix", "/v1/matrix?date=2026-12-01&limit=200&known_at="},
    {"get_matrix", "/v1/matrix?date=2025-05-01&chips=h20,h100,b200&format=csv&hq=CN&known_at="},
    {"get_diff", "/v1/diff?from=2025-04-08&to=2025-04-09&limit=20&known_at="},
    {"get_diff", "/v1/diff?from=2026-07-09&to=2026-07-10&destinations=AE&format=ndjson&known_at="},
    {"get_diff", "/v1/diff?to=2026-06-01&known_from=1&changed=outcome,policy&known_at="},
    {"get_search", "/v1/search?q=h20%20licenses&known_at="},
    {"get_search", "/v1/search?q=hoper%20blackwel&kind=chip,event&limit=10&known_at="},
    {"get_search", "/v1/search?q=affiliates&limit=5&known_at="},
    {"get_search", "/v1/search?q=acme&known_at="},
    {"post_eligibility",
     "/v1/eligibility\n{'explain':'full','queries':[{'chip':'h20','destination':'CN','date':'2025-05-01',"
     "'circumstances':{'end_user_on_entity_list':true}},{'chip':{'like':'h20','peak_tops':{'fp8':400}},"
     "'destination':'china','date':'2026-12-01'}],"
     "'assume':{'without':['us-bis-2025-04-09-nvidia-h20-letter']},'known_at':"},
    {"get_history", "/v1/history?chip=h200&destination=CN&from=2023-01-01&known_at="},
    {"get_history", "/v1/history?chip=h20&destination=CN&from=2025-01-01&to=2026-11-01&known_at="}};

bool pin_is_posted(const struct pin *pin)
{
    return strchr(pin->target, '\n') != NULL;
}
