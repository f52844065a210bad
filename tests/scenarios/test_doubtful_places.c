/* Places of which the answer needs a word more: where law reached nobody knows where, where a part of a
 * country is another matter, and where one name means two states. */
#include "tests/scenarios/story.h"

#include <stdlib.h>

STORY(doubtful_places);

/* A letter of that summer reached countries that nobody named: recorded, it decides nothing, but no answer
 * is given without a word of it. */
Test(doubtful_places, in_the_summer_of_2023_a_letter_of_undisclosed_reach_is_told)
{
    ask("h100", "AE", "2023-07-29");
    expect_no_doubt("undisclosed-middle-east-letter-2023");
    ask("h100", "AE", "2023-07-30");
    expect_outcome("no_license_required");
    expect_doubt("undisclosed-middle-east-letter-2023");
    ask("a100", "SA", "2023-11-16");
    expect_doubt("undisclosed-middle-east-letter-2023");
    ask("h100", "AE", "2023-11-17");
    expect_no_doubt("undisclosed-middle-east-letter-2023");
    ask("h100", "SG", "2023-08-30");
    expect_no_doubt("undisclosed-middle-east-letter-2023");
}

/* Two states are called Congo, and only one of them asks for a license: the word alone is neither. */
Test(doubtful_places, congo_alone_is_no_place)
{
    char *body = NULL;
    cr_expect_eq(story_fetch("/v1/eligibility?chip=h800&destination=Congo&date=2025-06-15", &body), 404);
    free(body);
    ask("h800", "CD", "2025-06-15");
    expect_outcome("license_required");
    ask("h800", "CG", "2025-06-15");
    expect_outcome("no_license_required");
}

Test(doubtful_places, an_answer_for_ukraine_says_that_some_of_its_regions_are_embargoed)
{
    ask("h800", "UA", "2025-06-15");
    expect_doubt("occupied-regions-of-ukraine");
}
