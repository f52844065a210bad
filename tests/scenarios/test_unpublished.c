/* The MI440X, of which neither throughput nor die is published: two laws turn on what nobody told. */
#include "tests/scenarios/story.h"

STORY(unpublished);

#define CLASSES "us-bis-2023-10-17-acs-ifr#1,us-bis-2023-10-17-acs-ifr#2"

/* Malaysia's permit rests on the American classification: each leg names its provisions, the answer once. */
Test(unpublished, what_two_legs_turn_on_is_named_once)
{
    ask_with("amd-mi440x", "HK", "2026-05-05", "export_from=MY");
    expect_outcome("unknown");
    story_expect_ids("the first leg's", CLASSES, "legs.0.missing.0.provisions");
    story_expect_ids("the second leg's", CLASSES, "legs.1.missing.0.provisions");
    story_expect_ids("all that performance density decides", CLASSES, "missing.0.provisions");
    story_expect_ids("all that TPP decides", CLASSES, "missing.1.provisions");
}
