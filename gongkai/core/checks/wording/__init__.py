"""Wording (错敏词、表述错误): words that are wrong, whether a match stands, likely slips."""
