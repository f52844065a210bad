/* `navicert ask`: the answer of GET /v1/eligibility, laid out for a terminal. */
#include "api/api.h"

#include "api/answer.h"
#include "api/view.h"
#include "db/report.h"
#include "rules/history.h"
#include "rules/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum exit_code { EXIT_ANSWERED, EXIT_OUR_FAULT, EXIT_NOT_UNDERSTOOD };

#define WIDTH 92

/* Breaks at spaces; `indent` columns before every line but the first. */
static void print_wrapped(const char *text, int indent)
{
    int column = indent;
    for (bool first = true; *text; first = false) {
        const int word = (int)strcspn(text, " ");
        if (!first && column + 1 + word > WIDTH) {
            printf("\n%*s", indent, "");
            column = indent;
        } else if (!first) {
            putchar(' ');
            column++;
        }
        printf("%.*s", word, text);
        column += word;
        text += word;
        text += *text == ' ';
    }
    putchar('\n');
}

static void print_words(const char *word)
{
    for (; *word; word++)
        putchar(*word == '_' ? ' ' : *word);
}

static void print_rulings(const struct provision_list *provisions)
{
    for (size_t i = 0; i < provisions->count; i++) {
        const struct provision *provision = provisions->items[i];
        char day[DATE_TEXT_SIZE] = "always";
        if (provision->in_force.from.ymd)
            date_format(provision->in_force.from, day);
        printf("    %-10s  %s\n                ", day, provision->id);
        print_wrapped(provision->text, 16);
    }
}

/* Its text, and the figure that the text speaks of. */
static void print_condition(const struct condition *condition)
{
    char number[JSON_NUMBER_SIZE];
    char text[1024];
    if (isnan(condition->value)) {
        print_wrapped(condition->text, 16);
        return;
    }
    json_out_format_number(condition->value, number);
    snprintf(text, sizeof text, "%s: %s", condition->text, number);
    print_wrapped(text, 16);
}

static void print_conditions(const struct provision_list *provisions)
{
    for (size_t i = 0; i < provisions->count; i++) {
        for (size_t k = 0; k < provisions->items[i]->condition_count; k++) {
            printf("    condition   ");
            print_words(provisions->items[i]->conditions[k].type);
            printf(": ");
            print_condition(&provisions->items[i]->conditions[k]);
        }
    }
}

static void print_leg(const struct leg *leg)
{
    printf("\n  %s, %s: ", leg->side == SIDE_EXPORT ? "export" : "import", leg->jurisdiction);
    print_words(leg->side == SIDE_EXPORT ? status_word(leg->status) : import_status_word(leg->import_status));
    if (leg->policy != POLICY_NONE) {
        printf(", ");
        print_words(policy_word(leg->policy));
    }
    if (leg->eccn)
        printf(", classified %s", leg->eccn);
    if (leg->exception)
        printf(", License Exception %s", leg->exception->exception);
    putchar('\n');
    print_rulings(&leg->because);
    print_conditions(&leg->conditions);
    for (size_t i = 0; i < leg->missing.count; i++)
        printf("    not known   %s\n", leg->missing.items[i].field->name);
}

static void print_currency(const struct answer *answer)
{
    const struct decision *decision = answer->decision;
    char day[DATE_TEXT_SIZE];
    date_format(answer->context->rules->verified_through, day);
    printf("\n  data version %lld, rulings verified through %s%s\n", (long long)answer->context->at, day,
           decision->projected ? "; the date lies after that" : "");
    for (size_t i = 0; i < decision->lapsed_unverified.count; i++)
        printf("  lapsed, not verified since: %s\n", decision->lapsed_unverified.items[i]->id);
    for (size_t i = 0; i < decision->pending.count; i++)
        printf("  pending, not in force: %s\n", decision->pending.items[i]->id);
    for (size_t i = 0; i < decision->suspended.count; i++)
        printf("  suspended, not counted: %s\n", decision->suspended.items[i]->id);
    if (answer->next_change.date.ymd) {
        date_format(answer->next_change.date, day);
        printf("  next scheduled change: %s, then ", day);
        print_words(status_word(answer->next_change.outcome));
        putchar('\n');
    }
    printf("  %s\n", answer_notice);
}

/* The texts of an array that a shape writes: plain ones, or of each object the member `key`. */
static void print_texts(const char *before, void (*shape)(struct json_out *, const struct answer *),
                        const struct answer *answer, const char *key)
{
    struct json_out out = {0};
    shape(&out, answer);
    json_t *list = json_out_finish(&out) ? json_loadb(out.text, out.size, 0, NULL) : NULL;
    size_t i;
    const json_t *item;
    json_array_foreach(list, i, item)
    {
        printf("  %s", before);
        print_wrapped(json_string_value(key ? json_object_get(item, key) : item), (int)strlen(before) + 2);
    }
    json_decref(list);
    json_out_done(&out);
}

/* What the answer takes for granted, and what it turns on. */
static void print_grounds_of_doubt(const struct answer *answer)
{
    putchar('\n');
    for (size_t i = 0; i < answer->decision->caveat_count; i++) {
        printf("%s", i == 0 ? "  not stated, and could change this: " : ", ");
        print_words(answer->decision->caveats[i]->name);
    }
    if (answer->decision->caveat_count > 0)
        putchar('\n');
    print_texts("assumed: ", shape_assumptions, answer, NULL);
    print_texts("doubt: ", shape_doubts, answer, "text");
}

static void print_answer(const struct answer *answer)
{
    char text[ANSWER_SUMMARY_SIZE];
    answer_summary(answer, text);
    print_wrapped(text, 0);
    for (size_t i = 0; i < answer->decision->leg_count; i++)
        print_leg(&answer->decision->legs[i]);
    print_grounds_of_doubt(answer);
    print_currency(answer);
}

/* The problem's own words, for the terminal. */
static enum exit_code print_problem(struct reply *reply)
{
    json_t *problem = json_loadb(reply->out.text, reply->out.size, 0, NULL);
    const char *detail = json_string_value(json_object_get(problem, "detail"));
    report_error("%s", detail ? detail : "the question could not be answered");
    size_t i;
    const json_t *fault;
    json_array_foreach(json_object_get(problem, "errors"), i, fault)
    {
        const char *suggestion = json_string_value(json_object_get(fault, "suggestion"));
        if (suggestion)
            fprintf(stderr, "  %s\n", suggestion);
    }
    json_decref(problem);
    return EXIT_NOT_UNDERSTOOD;
}

static enum exit_code answer_question(const struct context *context, const struct asked_texts *texts)
{
    struct reply reply;
    struct asked asked;
    reply_init(&reply, context->request);
    enum exit_code code = EXIT_ANSWERED;
    if (answer_ask(context, texts, &asked, &reply) == PROBLEM_NONE) {
        const struct decision decision =
            decide_eligibility(context->rules, &asked.question, context->scratch);
        const struct next_change next =
            decide_next_change(context->rules, &asked.question, &decision, context->second);
        const struct answer answer = {.context = context,
                                      .asked = &asked,
                                      .decision = &decision,
                                      .next_change = next,
                                      .explain = EXPLAIN_SUMMARY};
        print_answer(&answer);
    } else {
        code = print_problem(&reply);
    }
    reply_done(&reply);
    return code;
}

static struct date today(void)
{
    const time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    return (struct date){(utc.tm_year + 1900) * 10000 + (utc.tm_mon + 1) * 100 + utc.tm_mday};
}

int api_ask(struct store *store, const struct ask *ask)
{
    const struct request request = {.id = "", .today = today()};
    struct asked_texts texts = {.chip = ask->chip,
                                .destination = ask->destination,
                                .hq = ask->hq,
                                .export_from = ask->export_from,
                                .date = request.today};
    if (ask->date && strcmp(ask->date, "today") != 0 && !date_parse(ask->date, &texts.date)) {
        report_error("date '%s' must be a day such as 2026-06-01, or today", ask->date);
        return EXIT_NOT_UNDERSTOOD;
    }
    enum exit_code code = EXIT_OUR_FAULT;
    struct view view = {0};
    if (view_open(&view, store, store_head(store))) {
        const struct context context = {.request = &request,
                                        .rules = view.rules,
                                        .store = store,
                                        .scratch = view.scratch,
                                        .second = view.second,
                                        .at = view.at,
                                        .head = view.at,
                                        .dataset = view.dataset,
                                        .doubts = view.doubts};
        code = answer_question(&context, &texts);
    }
    view_close(&view);
    return (int)code;
}
