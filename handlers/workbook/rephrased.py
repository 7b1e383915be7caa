"""What is wrong with a programme file, said so that whoever sits in Excel knows what to do."""

from collections.abc import Callable, Mapping

from handlers.markup import Html
from handlers.programme_file import complaint_texts as say
from handlers.programme_file import texts
from handlers.programme_file.phrases import Phrase, phrase
from handlers.workbook import fault_texts as ours

_INSTEAD: Mapping[Callable[..., Html], Callable[..., Html]] = {
    say.no_days_before: ours.no_report_deadline,
    say.asks_nothing: ours.asks_nothing,
    say.not_for_kind: ours.not_for_kind,
    say.too_few_options: ours.too_few_options,
    say.same_again: ours.same_again,
    say.max_below_min: ours.max_below_min,
    say.whole_steps: ours.whole_steps,
    say.no_step: ours.no_step,
    say.no_half_step: ours.no_half_step,
    say.hour_in_quiet: ours.hour_in_quiet,
    say.always_quiet: ours.always_quiet,
    say.outside: ours.outside,
    say.no_own_language: ours.no_own_language,
    say.without_a_gathering: ours.without_a_gathering,
    say.without_nothing: ours.without_nothing,
    say.concerns_no_team: ours.concerns_no_team,
    say.concerns_no_function: ours.concerns_no_function,
    say.no_sign_up: ours.no_sign_up,
    say.no_report: ours.no_report,
    say.no_day_to_come_before: ours.no_day_to_come_before,
    say.not_before: ours.not_before,
    say.before_a_deadline: ours.before_a_deadline,
    say.before_nothing: ours.before_nothing,
    say.not_this: ours.not_this,
    texts.not_an_id: ours.not_an_id,
}


def rephrased(what: Phrase) -> Phrase:
    """The same complaint in the words of a workbook."""
    if what.sentence is say.missing:
        return phrase(ours.empty)
    if what.sentence is texts.not_a_key:
        return phrase(ours.not_an_id, str(what.values[0]))
    instead = _INSTEAD.get(what.sentence)
    return Phrase(instead, what.values) if instead else what
