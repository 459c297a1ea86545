"""PER-09 to PER-11: bank cards, and credit codes that are written wrongly."""

import re
from collections.abc import Iterator
from typing import Final

from gongkai.core.checks.once import once
from gongkai.core.checks.personal.columns import in_column
from gongkai.core.checks.personal.numbers import CROSS, Number, luhn, masked, numbers
from gongkai.core.checks.plain import Text
from gongkai.core.checks.rule import Outcome, Rule, Waivable
from gongkai.core.checks.samples import CLEAN, Sample
from gongkai.core.finding import Severity
from gongkai.core.identity.credit_code import is_credit_code
from gongkai.core.law import OGI, PERSONAL_INFORMATION

LENGTHS: Final = (16, 17, 18, 19, 15, 14, 13)
CARD_LENGTHS: Final = frozenset({16, 17, 18, 19})
NAMED: Final = re.compile(r"卡号|账号|帐号|账户|帐户|银行|储蓄|存折|一卡通|一折通|社保卡|开户")
CARD_NAMED: Final = re.compile(
    r"(?:银行卡|储蓄卡|借记卡|信用卡|一卡通|社保卡|个人账户|个人账号)[^0-9，。；]{0,8}$|卡号[:：\s]*$"
)
PUBLIC: Final = re.compile(
    r"(?:户名|账户名称?|帐户名称|开户名|收款(?:单位|人)|缴费|缴款|专户|对公|国库|财政|保证金|捐赠|基金会|党费"
    r"|有限公司|公司|局|委员会|中心|基本户|代收)"
)
NEAR, WIDE = 40, 90
PREFIX: Final = re.compile(r"62|60[0-9]{2}|4[0-9]{3}|5[1-5]|9558|955[0-9]|35[2-8]")
CHINESE_PREFIX: Final = "62"
CODE: Final = re.compile(
    r"(?<![0-9A-Za-z])[0-9A-Za-z]{2}[0-9OoIl]{6}[0-9A-Za-z]{10}(?![0-9A-Za-z])"
)
CODE_NAMED: Final = re.compile(r"信用代码|社会信用|信用编码")


@once
def _cards(text: Text) -> tuple[tuple[Number, bool], ...]:
    """The numbers of accounts, and whether each is an organisation's."""
    return tuple(_accounts(text))


def _accounts(text: Text) -> Iterator[tuple[Number, bool]]:
    for number in numbers(text, *LENGTHS):
        if CROSS in number.digits or number.is_broken or in_column(text, number.start):
            continue
        if _is_card(text, number):
            around = text.before(number.start, WIDE) + text.after(number.end, NEAR)
            yield number, PUBLIC.search(around) is not None


def _is_card(text: Text, number: Number) -> bool:
    digits, before = number.digits, text.before(number.start, NEAR)
    if CARD_NAMED.search(before):
        return True
    if not luhn(digits) or not PREFIX.match(digits):
        return False
    if NAMED.search(before):
        return True
    return digits.startswith(CHINESE_PREFIX) and len(digits) in CARD_LENGTHS


def _private(text: Text) -> Iterator[Outcome]:
    return (_shown(text, number) for number, is_public in _cards(text) if not is_public)


def _public(text: Text) -> Iterator[Outcome]:
    return (_shown(text, number) for number, is_public in _cards(text) if is_public)


def _shown(text: Text, number: Number) -> Outcome:
    mask = masked(number.digits, 4, 4)
    return Outcome(f"有银行账号 {mask}。", text, number.start, number.end, mask)


def _codes(text: Text) -> Iterator[Outcome]:
    if not CODE_NAMED.search(text.plain):
        return
    for found in CODE.finditer(text.plain):
        named = CODE_NAMED.search(text.before(found.start(), 30))
        if named and not is_credit_code(found[0]):
            yield Outcome(
                f"统一社会信用代码“{found[0]}”的校验码不对，或者有不会出现的字母。",
                text,
                *found.span(),
            )


RULES = (
    Rule(
        "PER-09",
        Severity.ERROR,
        "有个人银行账号",
        "删去，或者只留前四位和后四位；由审核人写明理由后才能放行。",
        Waivable.REVIEWER,
        PERSONAL_INFORMATION.at(28),
        reads=_private,
        bad=(
            Sample("银行卡", "退款至王某6222020000000000000账户。"),
            Sample("四位一组", "卡号：6222 0200 0000 0000 000"),
            Sample("写明是银行卡", "王某银行卡号6222020000000000009"),
            Sample("隐藏内容", hidden="王某\t6222020000000000000"),
        ),
        good=(
            CLEAN,
            Sample("订单号", "订单号3222020000000000001。"),
            Sample("已遮盖", "卡号：6222***********0000"),
            Sample("缴款专户", "户名：示例市财政局，账号：6222020000000000000。"),
        ),
    ),
    Rule(
        "PER-10",
        Severity.INFORMATION,
        "有单位银行账号",
        "核对户名和账号；个人账户不得公开。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_public,
        bad=(Sample("缴款专户", "户名：示例市财政局，账号：6222020000000000000。"),),
        good=(CLEAN, Sample("个人的卡", "退款至王某6222020000000000000账户。")),
    ),
    Rule(
        "PER-11",
        Severity.WARNING,
        "统一社会信用代码有误",
        "对照证书逐位核对；字母 I、O、S、V、Z 不会出现在代码中。",
        Waivable.DRAFTER,
        OGI.at(6),
        reads=_codes,
        bad=(
            Sample("校验码不对", "统一社会信用代码：11441700007280420X"),
            Sample("字母O代替0", "统一社会信用代码：1144170O007280420Y"),
        ),
        good=(CLEAN, Sample("正确的代码", "统一社会信用代码：11441700007280420Y")),
    ),
)
