/* Search: how words are read, what comes before what, what is marked, and that nothing recorded later changes
 * it. */
#include "tests/db/fixture.h"

#include "db/json_out.h"
#include "db/load.h"
#include "db/search.h"
#include "rules/build.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct fixture fixture;
static struct store *store;
static struct rules *rules;
static int64_t at; /* the version that is searched */

static void open_store(void)
{
    fixture = fixture_begin();
    store = fixture_open(&fixture, STORE_WRITE);
}

static void close_store(void)
{
    rules_release(rules);
    store_close(store);
    fixture_end(&fixture);
}

TestSuite(search, .init = open_store, .fini = close_store);

static void look_at(int64_t version)
{
    rules_release(rules);
    rules = rules_load(store, version);
    cr_assert_not_null(rules);
    at = version;
}

static void put_all(enum kind kind, const char *const *documents, size_t count)
{
    for (size_t i = 0; i < count; i++)
        look_at(fixture_put(store, kind, documents[i]));
}
#define PUT_ALL(kind, documents) put_all(kind, documents, sizeof(documents) / sizeof(documents)[0])

static enum search_outcome run(const char *text, struct search_result *result)
{
    const struct search_query query = {.at = at, .rules = rules, .text = text, .limit = SEARCH_LIMIT_MAX};
    return search_run(store, &query, result);
}

static struct search_result search(const char *text)
{
    struct search_result result;
    cr_assert_eq(run(text, &result), SEARCH_DONE, "%s", text);
    return result;
}

/* The ids found, in order, joined by commas, in a buffer that the next call overwrites. */
static const char *found(const char *text)
{
    static char ids[4096];
    struct search_result result = search(text);
    *ids = '\0';
    for (size_t i = 0; i < result.hit_count; i++)
        strcat(strcat(ids, i ? "," : ""), result.hits[i].id);
    cr_assert_eq(result.total, (int64_t)result.hit_count, "%s", text);
    search_done(&result);
    return ids;
}

#define CHIP(id, name, more)                                                                                 \
    "{'id':'" id "','product':'" id "','default_variant':true,'vendor':'Acme','name':'" name "'," more       \
    "'package_count':1}"
#define RULING(id, title, day, more)                                                                         \
    "{'id':'" id "','title':'" title "','standing':'operative','jurisdiction':'US','effective_from':'" day   \
    "'," more "'provisions':[]}"
#define EVENT(id, headline, day, summary)                                                                    \
    "{'id':'" id "','headline':'" headline "','date':'" day "','summary':'" summary "'}"

Test(search, names_come_first_then_titles_then_the_rest)
{
    static const char *const chips[] = {
        CHIP("acme-t9", "T9", "'released_on':'2020-01','aliases':[],"),
        CHIP("acme-t9-max", "T9 Max", "'released_on':'2021-01','aliases':[],"),
        CHIP("acme-t9x", "T9x", "'released_on':'2022-01','aliases':[],"),
        CHIP("acme-end", "End", "'released_on':'2023-01','aliases':['Super T9'],"),
        CHIP("acme-within", "Within", "'released_on':'2018-01','aliases':['My T9 Plus'],"),
        CHIP("acme-longer", "Longer", "'released_on':'2026-01','aliases':['My T9z Plus'],"),
        CHIP("acme-t90", "T90", "'released_on':'2024-01','aliases':[],'notes':'Not a T9.',"),
        CHIP("acme-other", "Other", "'released_on':'2025-01','aliases':[],'notes':'Half of a T9.',"),
    };
    static const char *const events[] = {EVENT("2019-01-01-title", "A t9 for all", "2019-01-01", "Nothing."),
                                         EVENT("2025-01-01-t9", "A thing", "2025-01-01", "Nothing."),
                                         EVENT("2026-01-01-body", "A thing", "2026-01-01", "About the T9."),
                                         EVENT("2026-02-01-longer", "The T9z", "2026-02-01", "Nothing.")};
    static const char *const rulings[] = {RULING("us-2018-01-01-t9", "The order", "2018-01-01", "")};
    PUT_ALL(KIND_CHIP, chips);
    PUT_ALL(KIND_EVENT, events);
    PUT_ALL(KIND_RULING, rulings);
    static const char wanted[] = "acme-t9,"           /* called so */
                                 "acme-t9-max,"       /* a name that begins with the word */
                                 "acme-t9x,"          /* with its letters */
                                 "acme-end,"          /* that ends with it */
                                 "us-2018-01-01-t9,"  /* a ruling whose id ends with it */
                                 "acme-within,"       /* within a name */
                                 "2019-01-01-title,"  /* in the title */
                                 "acme-longer,"       /* within a name a word that begins so */
                                 "2026-02-01-longer," /* in the title */
                                 "2025-01-01-t9,"     /* in the id */
                                 "2026-01-01-body,acme-other,acme-t90"; /* a longer number is another name */
    cr_expect_str_eq(found("t9"), wanted, "%s", found("t9"));
    cr_expect_str_eq(found("Acme T9"),
                     "acme-t9,acme-t9-max,acme-t9x,acme-end,acme-within,acme-longer,acme-other,acme-t90",
                     "%s", found("Acme T9"));
}

Test(search, phrases_come_before_words_that_are_close_before_words_apart)
{
    static const char far[] = "one two three four five six seven eight nine ten eleven twelve";
    char apart[400];
    (void)snprintf(apart, sizeof apart, EVENT("apart", "C", "2026-01-01", "Rare %s and earth."), far);
    const char *const events[] = {
        EVENT("title-phrase", "The rare earth rule", "2020-01-01", "."),
        EVENT("title-words", "Earth, so rare", "2021-01-01", "."),
        EVENT("title-longer", "Rarely on earth", "2022-01-01", "."),
        EVENT("phrase", "A", "2023-01-01", "It is rare earth."),
        EVENT("close", "B", "2024-01-01", "On earth it is rare."),
        apart,
        EVENT("longer", "D", "2027-01-01", "Rarely on earth."),
    };
    PUT_ALL(KIND_EVENT, events);
    static const char wanted[] = "title-phrase,title-words,title-longer,phrase,close,apart,longer";
    cr_expect_str_eq(found("rare earth"), wanted, "%s", found("rare earth"));
}

Test(search, of_equals_the_newest_comes_first_and_the_undated_last)
{
    static const char *const events[] = {EVENT("b", "Ship", "2024-01-01", "."),
                                         EVENT("a", "Ship", "2024-01-01", "."),
                                         EVENT("c", "Ship", "2025-01-01", ".")};
    static const char *const disputes[] = {"{'id':'d','about':'x','question':'Ship?','positions':[]}"};
    PUT_ALL(KIND_EVENT, events);
    PUT_ALL(KIND_DISPUTE, disputes);
    cr_expect_str_eq(found("ship"), "c,a,b,d");
}

Test(search, an_id_is_a_name_of_everything)
{
    static const char *const events[] = {EVENT("alpha-one", "X", "2020-01-01", "."),
                                         EVENT("b", "Alpha one", "2026-01-01", ".")};
    static const char *const rulings[] = {
        RULING("us-alpha-one-of", "Y", "2020-01-01", "'summary':'Alpha one.',")};
    PUT_ALL(KIND_EVENT, events);
    PUT_ALL(KIND_RULING, rulings);
    cr_expect_str_eq(found("Alpha-One"), "alpha-one,b,us-alpha-one-of", "%s", found("Alpha-One"));
}

Test(search, a_ruling_is_named_by_the_end_of_its_id)
{
    static const char *const rulings[] = {RULING("us-2018-alpha-bravo", "The rule", "2018-01-01", "")};
    static const char *const events[] = {EVENT("e", "Alpha bravo rule", "2026-01-01", ".")};
    PUT_ALL(KIND_RULING, rulings);
    PUT_ALL(KIND_EVENT, events);
    cr_expect_str_eq(found("alpha bravo"), "us-2018-alpha-bravo,e");
    cr_expect_str_eq(found("alpha bravo rule"), "us-2018-alpha-bravo,e", "but for the last word");
    cr_expect_str_eq(found("bravo rule"), "e,us-2018-alpha-bravo", "one word alone names nothing");
}

Test(search, a_maker_is_no_name_of_its_chips)
{
    static const char *const chips[] = {
        CHIP("acme-t9", "T9", "'released_on':'2020-01','aliases':[],"),
        CHIP("acme-acmeboard", "Acmeboard", "'released_on':'2019-01','aliases':[],")};
    static const char *const events[] = {EVENT("news", "Acme rises", "2026-01-01", ".")};
    PUT_ALL(KIND_CHIP, chips);
    PUT_ALL(KIND_EVENT, events);
    cr_expect_str_eq(found("acme"), "acme-acmeboard,news,acme-t9", "%s", found("acme"));
}

/* --- how words are read
 * ------------------------------------------------------------------------------------- */

struct reading_row {
    const char *text;
    const char *words; /* "word how read,as;" of those not found as typed */
    const char *ids;
};

static const char *told(const struct search_result *result)
{
    static const char *const how[] = {"typed", "beginning", "joined", "apart", "near", "unknown"};
    static char text[2048];
    *text = '\0';
    for (size_t i = 0; i < result->word_count; i++) {
        const struct search_word *word = &result->words[i];
        strcat(strcat(strcat(strcat(text, word->word), " "), how[word->how]), " ");
        for (size_t j = 0; j < word->read_as_count; j++)
            strcat(strcat(text, j ? "," : ""), word->read_as[j]);
        strcat(text, ";");
    }
    return text;
}

static void expect_readings(const struct reading_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct search_result result = search(rows[i].text);
        cr_expect_str_eq(told(&result), rows[i].words, "'%s': %s", rows[i].text, told(&result));
        search_done(&result);
        cr_expect_str_eq(found(rows[i].text), rows[i].ids, "'%s': %s", rows[i].text, found(rows[i].text));
    }
}
#define EXPECT_READINGS(rows) expect_readings(rows, sizeof(rows) / sizeof(rows)[0])

/* One word a document, so that what is found tells how it was read. */
static void put_words(const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char document[300];
        (void)snprintf(document, sizeof document, EVENT("e%02zu", "%s", "2026-01-01", ".."), i, words[i]);
        look_at(fixture_put(store, KIND_EVENT, document));
    }
}
#define PUT_WORDS(words) put_words(words, sizeof(words) / sizeof(words)[0])

Test(search, a_word_that_occurs_is_taken_as_it_is_typed)
{
    static const char *const words[] = {"denial", "denials", "detail", "to",          "told",
                                        "T9",     "T90",     "T9z",    "Z\u00fcrich", "told denials"};
    PUT_WORDS(words);
    static const struct reading_row rows[] = {
        {"denial", "", "e00,e01,e09"},  /* and what begins with it */
        {"denials", "", "e00,e01,e09"}, /* a plural finds the singular */
        {"to", "", "e03,e04,e09"},      /* the last word may be on its way */
        {"to denial", "", ""},          /* a short one before it is whole */
        {"t9", "", "e05,e07"},          /* digits do not go on, letters do */
        {"T9's", "", "e05,e07"},        {"T9\u2019s", "", "e05,e07"},
        {"zurich", "", "e08"},          {"Z\u00dcRICH", "", "e08"},
    };
    EXPECT_READINGS(rows);
}

Test(search, a_beginning_tells_what_it_begins)
{
    static const char *const words[] = {"blackwell", "blackwells", "ba", "bb", "bc",
                                        "bd",        "be",         "bf", "bg", "T90"};
    PUT_WORDS(words);
    static const struct reading_row rows[] = {
        {"blackwel", "blackwel beginning blackwell,blackwells;", "e00,e01"},
        {"b", "b beginning ba,bb,bc,bd,be,bf,bg,blackwell;", "e00,e01,e02,e03,e04,e05,e06,e07,e08"},
        {"t", "t beginning t90;", "e09"},
        {"T9", "t9 beginning t90;", "e09"}, /* nothing is called so: it is on its way */
    };
    EXPECT_READINGS(rows);
}

Test(search, hyphens_dots_and_missing_spaces_do_not_matter)
{
    static const char *const words[] = {"H20", "RTX 4090", "UAE", "re-export", "entity list"};
    PUT_WORDS(words);
    static const struct reading_row rows[] = {
        {"H-20", "h 20 joined h20;", "e00"},
        {"h 20", "h 20 joined h20;", "e00"},
        {"a  h 20 b", "a unknown ;h 20 joined h20;b unknown ;", ""},
        {"4090 rtx", "", "e01"},
        {"u.a.e.", "u a e joined uae;", "e02"},
        {"rtx4090", "rtx4090 apart rtx 4090;", "e01"},
        {"re-export", "", "e03"},
        {"entity-list", "", "e04"},
        {"list,entity", "", "e04"}, /* words after all */
        {"\"entity list\"", "", "e04"},
    };
    EXPECT_READINGS(rows);
}

Test(search, a_slip_is_read_as_the_nearest_words)
{
    static const char *const words[] = {"denial", "detail", "affiliates", "ban",    "smic", "semiconductor",
                                        "bail",   "mail",   "h100",       "mi308x", "hall"};
    PUT_WORDS(words);
    static const struct reading_row rows[] = {
        {"denail", "denail near denial,detail;", "e00,e01"}, /* neighbours swapped count as one slip */
        {"affilates", "affilates near affiliates;", "e02"},
        {"affliats", "affliats near affiliates;", "e02"}, /* two slips in eight letters */
        {"smci", "smci near smic;", "e04"},
        {"semicondutcr", "semicondutcr near semiconductor;", "e05"},
        {"bna", "bna unknown ;", ""},                /* three letters are too few */
        {"demila", "demila unknown ;", ""},          /* six letters have one slip */
        {"nail", "nail near bail,mail;", "e06,e07"}, /* the first letter, where no other will do */
        {"bial", "bial near bail;", "e06"},          /* else it is right */
        {"hail", "hail near hall;", "e10"},
        {"h101", "h101 unknown ;", ""}, /* another number is no slip */
        {"mi380x", "mi380x unknown ;", ""},
        {"mi308y", "mi308y near mi308x;", "e09"},
    };
    EXPECT_READINGS(rows);
}

Test(search, the_nearest_are_bounded_in_number)
{
    static const char *const words[] = {"baker", "caker", "daker", "faker", "gaker", "haker",
                                        "laker", "maker", "naker", "saker", "taker"};
    PUT_WORDS(words);
    struct search_result result = search("waker");
    cr_expect_str_eq(told(&result), "waker near baker,caker,daker,faker,gaker,haker,laker,maker;", "%s",
                     told(&result));
    cr_expect_eq(result.total, SEARCH_READ_AS_MAX);
    search_done(&result);
}

Test(search, texts_without_words_and_with_too_many_are_refused)
{
    static const char *const words[] = {"a"};
    static const char *const nothing[] = {"\"",  "*", "...", "\u2014", "\U0001F6A2",
                                          "( )", "%", "_",   "\\",     "'s"};
    PUT_WORDS(words);
    struct search_result result;
    for (size_t i = 0; i + 1 < sizeof nothing / sizeof nothing[0]; i++) {
        cr_expect_eq(run(nothing[i], &result), SEARCH_NO_WORD, "%s", nothing[i]);
        search_done(&result);
    }
    cr_expect_eq(run("'s", &result), SEARCH_DONE, "a word where nothing stands before it");
    search_done(&result);
    char many[2 * (SEARCH_WORDS_MAX + 1) + 1] = "";
    for (int i = 0; i < SEARCH_WORDS_MAX; i++)
        strcat(many, "a ");
    cr_expect_eq(run(many, &result), SEARCH_DONE);
    search_done(&result);
    cr_expect_eq(run(strcat(many, "a"), &result), SEARCH_TOO_MANY_WORDS);
    search_done(&result);
}

/* --- what is shown
 * ------------------------------------------------------------------------------------------ */

/* "field: text" with the marks in brackets. */
static const char *marked(const struct search_excerpt *excerpt)
{
    static char text[2048];
    size_t size = 0, character = 0;
    if (!excerpt->field)
        return "none";
    size = (size_t)snprintf(text, sizeof text, "%s: ", excerpt->field);
    for (const char *from = excerpt->text;; from++) {
        const bool begins = ((unsigned char)*from & 0xC0) != 0x80;
        for (size_t i = 0; begins && i < excerpt->mark_count; i++) {
            if (excerpt->marks[i].start == character)
                text[size++] = '[';
            if (excerpt->marks[i].start + excerpt->marks[i].length == character)
                text[size++] = ']';
        }
        character += begins;
        text[size++] = *from;
        if (!*from)
            return text;
    }
}

struct excerpt_row {
    const char *text;
    const char *matched;
    const char *snippet;
};

static void expect_excerpts(const struct excerpt_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct search_result result = search(rows[i].text);
        cr_assert_eq(result.hit_count, 1, "%s", rows[i].text);
        cr_expect_str_eq(marked(&result.hits[0].matched), rows[i].matched, "%s",
                         marked(&result.hits[0].matched));
        cr_expect_str_eq(marked(&result.hits[0].snippet), rows[i].snippet, "%s",
                         marked(&result.hits[0].snippet));
        search_done(&result);
    }
}
#define EXPECT_EXCERPTS(rows) expect_excerpts(rows, sizeof(rows) / sizeof(rows)[0])

Test(search, excerpts_mark_words_in_characters)
{
    static const char *const chips[] = {CHIP(
        "acme-t9", "T9",
        "'aliases':['Caf\u00e9 T9','Uno'],'notes':'D\u00fcnn \u2014 the \U0001F6A2 T9, by T\u00fcrkiye.',")};
    PUT_ALL(KIND_CHIP, chips);
    static const struct excerpt_row rows[] = {
        {"t9", "name: [T9]", "notes: D\u00fcnn \u2014 the \U0001F6A2 [T9], by T\u00fcrkiye."},
        {"cafe", "aliases: [Caf\u00e9] T9", "notes: D\u00fcnn \u2014 the \U0001F6A2 T9, by T\u00fcrkiye."},
        {"uno", "aliases: [Uno]", "notes: D\u00fcnn \u2014 the \U0001F6A2 T9, by T\u00fcrkiye."},
        {"turkiye dunn", "notes: [D\u00fcnn] \u2014 the \U0001F6A2 T9, by [T\u00fcrkiye].",
         "notes: [D\u00fcnn] \u2014 the \U0001F6A2 T9, by [T\u00fcrkiye]."},
        {"turk", "notes: D\u00fcnn \u2014 the \U0001F6A2 T9, by [T\u00fcrkiye].",
         "notes: D\u00fcnn \u2014 the \U0001F6A2 T9, by [T\u00fcrkiye]."},
        {"acme", "id: [acme]-t9", "notes: D\u00fcnn \u2014 the \U0001F6A2 T9, by T\u00fcrkiye."},
    };
    EXPECT_EXCERPTS(rows);
}

Test(search, only_what_is_looked_for_is_marked)
{
    static const char *const chips[] = {
        CHIP("acme-t9", "T9 Max", "'aliases':['T9'],'notes':'Told to T90, T9z and T9-1.',")};
    PUT_ALL(KIND_CHIP, chips);
    static const struct excerpt_row rows[] = {
        {"t9", "aliases: [T9]", "notes: Told to T90, [T9z] and [T9]-1."},
        {"to t9", "notes: Told [to] T90, [T9z] and [T9]-1.", "notes: Told [to] T90, [T9z] and [T9]-1."},
        {"t9 to", "notes: [Told] [to] T90, T9z and [T9]-1.", "notes: [Told] [to] T90, T9z and [T9]-1."},
        {"t9 1", "notes: Told to T90, T9z and [T9]-[1].", "notes: Told to T90, T9z and [T9]-[1]."},
    };
    EXPECT_EXCERPTS(rows);
}

Test(search, a_long_text_is_cut_where_most_words_stand_together)
{
    char filler[400] = "", event[1600];
    for (int i = 0; i < 40; i++)
        strcat(filler, "filling ");
    (void)snprintf(event, sizeof event, EVENT("e", "E", "2026-01-01", "Rare %sthen rare earth at last %s."),
                   filler, filler);
    look_at(fixture_put(store, KIND_EVENT, event));
    struct search_result result = search("rare earth");
    const char *text = marked(&result.hits[0].snippet);
    cr_expect_not_null(strstr(text, " then [rare] [earth] at last filling "), "%s", text);
    cr_expect(strncmp(text, "summary: \u2026filling ", strlen("summary: \u2026filling ")) == 0, "%s", text);
    cr_expect_str_eq(text + strlen(text) - strlen("filling\u2026"), "filling\u2026", "%s", text);
    cr_expect_lt(strlen(result.hits[0].snippet.text), 300);
    search_done(&result);
}

Test(search, every_kind_but_the_data_set_is_found_and_counted)
{
    fixture_put(store, KIND_DATASET, "{'id':'d','title':'Ship'}");
    fixture_put(store, KIND_GROUP, "{'id':'G:1','name':'Ship group'}");
    fixture_put(store, KIND_DESTINATION,
                "{'code':'SH','name':'Ship land','aliases':[],'groups':[],'treated_as':[]}");
    fixture_put(store, KIND_CHIP, CHIP("ship", "Ship", "'aliases':[],"));
    fixture_put(store, KIND_RULING, RULING("us-ship", "Ship rule", "2025-01-01", ""));
    fixture_put(store, KIND_EVENT, EVENT("e", "Ship", "2025-01-01", "."));
    look_at(fixture_put(store, KIND_DISPUTE, "{'id':'q','about':'x','question':'Ship?','positions':[]}"));
    const uint32_t some = 1u << KIND_RULING | 1u << KIND_EVENT;
    const struct search_query query = {.at = at, .rules = rules, .text = "ship", .kinds = some, .limit = 10};
    struct search_result result;
    cr_assert_eq(search_run(store, &query, &result), SEARCH_DONE);
    cr_expect_eq(result.total, 2, "only the kinds asked for");
    cr_expect_eq(result.hit_count, 2);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        cr_expect_eq(result.counts[kind], kind == KIND_DATASET ? 0 : 1, "%s", kinds[kind].name);
    search_done(&result);
    cr_expect_str_eq(found("ship"), "ship,SH,us-ship,G:1,e,q", "%s", found("ship"));
}

/* --- pages
 * -------------------------------------------------------------------------------------------------- */

struct meant_row {
    const char *text;
    const char *meant; /* joined by commas */
};

Test(search, what_finds_nothing_suggests_what_finds_something)
{
    static const char *const words[] = {"alibata", "h20 letter", "alpha bravo charlie", "bravo delta", "echo",
                                        "hao",     "data"};
    PUT_WORDS(words);
    static const struct meant_row rows[] = {
        {"ali bata", "alibata,data"},                         /* joined, as they were typed */
        {"delta charlie bravo", "charlie bravo,delta bravo"}, /* what stands together first */
        {"h02", "h20"},                                       /* a digit may be a slip after all */
        {"hoa", "hao"},                                       /* and a short word */
        {"h20 letter xqzz", "h20 letter"},                    /* without a word that nothing holds */
        {"alpha delta charlie", "alpha charlie"},             /* without one of them */
        {"alpha echo bravo delta", "bravo delta"},            /* the longest run */
        {"h02 letter", "h20 letter,letter"},                  /* the best first */
        {"xqzz yqzz", ""},
        {"h20", ""}, /* it finds something */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char meant[400] = "";
        struct search_result result = search(rows[i].text);
        for (size_t j = 0; j < result.meant_count; j++)
            strcat(strcat(meant, j ? "," : ""), result.meant[j]);
        cr_expect_str_eq(meant, rows[i].meant, "'%s': %s", rows[i].text, meant);
        search_done(&result);
    }
}

static enum search_outcome ask_after(const char *text, unsigned limit, const char *after,
                                     struct search_result *result)
{
    const struct search_query query = {
        .at = at, .rules = rules, .text = text, .after = after, .limit = limit};
    return search_run(store, &query, result);
}

Test(search, pages_meet_everything_once_and_belong_to_their_search)
{
    fixture_fill(store);
    look_at(1);
    struct search_result whole, page;
    cr_assert_eq(ask_after("h200", 50, NULL, &whole), SEARCH_DONE);
    cr_assert_gt(whole.total, 20);
    char *after = NULL;
    size_t seen = 0;
    do {
        cr_assert_eq(ask_after("h200", 7, after, &page), SEARCH_DONE);
        cr_expect_eq(page.total, whole.total);
        for (size_t i = 0; i < page.hit_count && seen < whole.hit_count; i++)
            cr_expect_str_eq(page.hits[i].id, whole.hits[seen++].id);
        free(after);
        after = page.next ? strdup(page.next) : NULL;
        search_done(&page);
    } while (after && seen < whole.hit_count);
    cr_expect_eq(seen, whole.hit_count);
    cr_assert_not_null(whole.next);
    static const char *const others[] = {"", "x", "WyJhIiwxXQ"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        cr_expect_eq(ask_after("h200", 7, others[i], &page), SEARCH_BAD_CURSOR);
        search_done(&page);
    }
    cr_expect_eq(ask_after("h20", 7, whole.next, &page), SEARCH_BAD_CURSOR, "a cursor of another search");
    search_done(&page);
    search_done(&whole);
    free(after);
}

/* --- both clocks
 * -------------------------------------------------------------------------------------------- */

/* Everything that a search answers, as one text. */
static char *dump(const char *text)
{
    struct search_result result = search(text);
    struct json_out out = {0};
    json_out_begin_array(&out);
    json_out_text(&out, told(&result));
    json_out_integer(&out, result.total);
    for (unsigned kind = 0; kind < KIND_COUNT; kind++)
        json_out_integer(&out, result.counts[kind]);
    for (size_t i = 0; i < result.hit_count; i++) {
        json_out_text(&out, result.hits[i].id);
        json_out_text(&out, result.hits[i].day);
        json_out_text(&out, marked(&result.hits[i].matched));
        json_out_text(&out, marked(&result.hits[i].snippet));
    }
    for (size_t i = 0; i < result.meant_count; i++)
        json_out_text(&out, result.meant[i]);
    json_out_text(&out, result.next);
    json_out_end_array(&out);
    cr_assert(json_out_finish(&out));
    search_done(&result);
    return out.text;
}

Test(search, nothing_that_is_recorded_later_changes_an_answer)
{
    static const char *const texts[] = {"t9",   "denail",  "blackwel",   "rtx4090",      "u.a.e.",
                                        "acme", "waker",   "h2o",        "denial waker", "xqzzy",
                                        "b",    "denials", "rare earth", "784"};
    static const char *const words[] = {"T9 rare earth", "detail",     "blackwells",
                                        "RTX 4090 b",    "uae denial", "taker h20"};
    static const char *const chips[] = {CHIP("acme-t9", "T9", "'aliases':['Uno'],'notes':'A denial.',")};
    enum { COUNT = sizeof texts / sizeof texts[0] };
    char *before[COUNT];
    PUT_WORDS(words);
    PUT_ALL(KIND_CHIP, chips);
    const int64_t then = at;
    for (size_t i = 0; i < COUNT; i++)
        before[i] = dump(texts[i]);
    /* Nearer words, the words themselves, other names, replaced and deleted documents. */
    static const char *const later[] = {"denail", "blackwel",  "rtx4090",    "u a e", "waker",   "maker",
                                        "h2o",    "xqzzy ban", "rare earth", "b ba",  "denials", "784 acme"};
    for (size_t i = 0; i < sizeof later / sizeof later[0]; i++) {
        char document[300];
        (void)snprintf(document, sizeof document, EVENT("later-%zu", "%s", "2027-01-01", "%s"), i, later[i],
                       later[i]);
        fixture_put(store, KIND_EVENT, document);
    }
    fixture_put(store, KIND_CHIP, CHIP("acme-t9", "Uno", "'aliases':[],"));
    fixture_put(store, KIND_CHIP, CHIP("acme-t9-b", "T9", "'aliases':['waker','h2o'],"));
    fixture_put(store, KIND_EVENT, EVENT("e00", "Nothing", "2028-01-01", "."));
    fixture_delete(store, KIND_EVENT, "e01");
    for (size_t i = 0; i < COUNT; i++) {
        look_at(store_head(store));
        char *now = dump(texts[i]);
        look_at(then);
        char *again = dump(texts[i]);
        cr_expect_str_eq(again, before[i], "'%s' at %d:\n%s\nwas\n%s", texts[i], (int)then, again, before[i]);
        cr_expect_str_neq(now, before[i], "'%s' is answered from what is new", texts[i]);
        free(now);
        free(again);
        free(before[i]);
    }
}

Test(search, what_was_deleted_or_replaced_is_found_only_when_it_stood)
{
    const int64_t first = fixture_put(store, KIND_EVENT, EVENT("e", "Alpha", "2025-01-01", "."));
    const int64_t second = fixture_put(store, KIND_EVENT, EVENT("e", "Bravo", "2025-01-01", "."));
    const int64_t third = fixture_delete(store, KIND_EVENT, "e");
    static const char *const wanted[3][2] = {{"e", ""}, {"", "e"}, {"", ""}};
    const int64_t versions[] = {first, second, third};
    for (size_t i = 0; i < 3; i++) {
        look_at(versions[i]);
        cr_expect_str_eq(found("alpha"), wanted[i][0], "alpha at %zu", i);
        cr_expect_str_eq(found("bravo"), wanted[i][1], "bravo at %zu", i);
        cr_expect_str_eq(found("brvao"), wanted[i][1], "a slip at %zu", i);
        struct search_result result = search("brvao");
        cr_expect_str_eq(told(&result), i == 1 ? "brvao near bravo;" : "brvao unknown ;", "at %zu", i);
        search_done(&result);
        cr_expect_str_eq(found("brav"), wanted[i][1], "a beginning at %zu", i);
    }
}

/* --- more than are ranked -------------------------------------------------------------------------- */

/* So many events in one revision, numbered from `first`, the words of which are given. */
static int64_t put_many(unsigned first, unsigned count, const char *words)
{
    struct change *changes = calloc(count, sizeof *changes);
    for (unsigned i = 0; i < count; i++) {
        json_t *document = json_pack("{s:o,s:s,s:s,s:s}", "id", json_sprintf("many-%05u", first + i),
                                     "headline", words, "date", "2025-01-01", "summary", ".");
        changes[i] = (struct change){CHANGE_PUT, KIND_EVENT,
                                     json_string_value(json_object_get(document, "id")), document};
    }
    int64_t head = 0;
    const struct change_set set = {.actor = "test", .note = "many", .changes = changes, .count = count};
    cr_assert_eq(record_change_set(store, -1, &set, &head), RECORD_DONE);
    for (unsigned i = 0; i < count; i++)
        json_decref((json_t *)(uintptr_t)changes[i].document);
    free(changes);
    return head;
}

Test(search, of_many_the_newest_of_each_kind_are_ranked_and_it_says_so)
{
    const int64_t first = fixture_put(store, KIND_EVENT, EVENT("oldest", "Alpha", "2026-01-01", "Alpha."));
    const int64_t ruled = fixture_put(store, KIND_RULING, RULING("ruled", "Alpha", "2019-01-01", ""));
    const int64_t full = put_many(0, SEARCH_RANKED_MAX - 1, "Alpha");
    const int64_t more = put_many(SEARCH_RANKED_MAX, 1, "Alpha bravo");
    static const struct {
        const char *text;
        const char *first; /* hit */
        int64_t total;
        bool incomplete;
    } rows[4][2] = {
        {{"alpha", "oldest", 1, false}, {"bravo", NULL, 0, false}},
        {{"alpha", "oldest", 2, false}, {"bravo", NULL, 0, false}},
        {{"alpha", "oldest", SEARCH_RANKED_MAX + 1, false}, {"bravo", NULL, 0, false}},
        /* The ruling is as old as the event, which is left out. */
        {{"alpha", "many-00000", SEARCH_RANKED_MAX + 1, true}, {"bravo", "many-02000", 1, false}},
    };
    const int64_t versions[] = {first, ruled, full, more};
    for (size_t i = 0; i < 4; i++) {
        look_at(versions[i]);
        for (size_t k = 0; k < 2; k++) {
            struct search_result result = search(rows[i][k].text);
            cr_expect_eq(result.total, rows[i][k].total, "%s at %zu: %d", rows[i][k].text, i,
                         (int)result.total);
            cr_expect_eq(result.incomplete, rows[i][k].incomplete, "%s at %zu", rows[i][k].text, i);
            cr_expect_eq(result.counts[KIND_RULING], i > 0 && k == 0, "%s at %zu", rows[i][k].text, i);
            if (rows[i][k].first)
                cr_expect_str_eq(result.hits[0].id, rows[i][k].first, "%s at %zu", rows[i][k].text, i);
            search_done(&result);
        }
    }
}

/* --- whatever is typed
 * -------------------------------------------------------------------------------------- */

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Characters of one to four bytes, signs that mean something to FTS5 among them. */
static void add_random(char *text, unsigned *state)
{
    static const char *const pieces[] = {
        "\"",     "*",      "(",          ")",          "^",     ":",      "-",      "+",      "{",
        "}",      " ",      " ",          "'",          ",",     "NEAR",   "AND",    "OR",     "NOT",
        "h20",    "nvidia", "a",          "b",          "9",     "\u0301", "\u00e9", "\u00df", "\u0130",
        "\u4e2d", "\u0639", "\U0001F6A2", "\U0010FFFF", "names", "title",  "%",      "_"};
    strcat(text, pieces[next_random(state) % (sizeof pieces / sizeof pieces[0])]);
}

Test(search, whatever_is_typed_is_answered_or_refused)
{
    unsigned state = 20250501;
    size_t answered = 0;
    fixture_fill(store);
    look_at(1);
    for (int i = 0; i < 400; i++) {
        char text[400] = "";
        const unsigned length = 1 + next_random(&state) % 40;
        for (unsigned j = 0; j < length; j++)
            add_random(text, &state);
        struct search_result result;
        const enum search_outcome outcome = run(text, &result);
        cr_expect(outcome == SEARCH_DONE || outcome == SEARCH_NO_WORD || outcome == SEARCH_TOO_MANY_WORDS,
                  "%s", text);
        answered += outcome == SEARCH_DONE;
        search_done(&result);
    }
    cr_expect_gt(answered, 200);
}

Test(search, signs_of_fts5_are_not_signs_here)
{
    static const char *const words[] = {"alpha", "bravo", "alpha bravo", "near", "not", "names"};
    PUT_WORDS(words);
    static const struct reading_row rows[] = {
        {"alpha*", "", "e00,e02"},      {"\"alpha\"", "", "e00,e02"},
        {"^alpha", "", "e00,e02"},      {"NOT", "", "e04"},
        {"alpha bravo", "", "e02"},     {"bravo-alpha", "", "e02"},
        {"(alpha) {bravo}", "", "e02"}, {"NEAR", "", "e03"},
        {"names:", "", "e05"},          {"alpha\" \"bravo", "", "e02"},
    };
    EXPECT_READINGS(rows);
}

Test(search, it_stops_when_its_time_is_over)
{
    fixture_fill(store);
    look_at(1);
    store_set_deadline(store, 1);
    usleep(3000);
    struct search_result result;
    cr_expect_eq(run("a", &result), SEARCH_FAILED);
    cr_expect(store_timed_out(store));
    search_done(&result);
}
