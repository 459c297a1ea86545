"""The measures of GB/T 9704-2012 that both writers keep, in millimetres and points."""

PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
TOP_MM, INSIDE_MM, OUTSIDE_MM = 37, 28, 26
TEXT_WIDTH_MM, TEXT_HEIGHT_MM = 156, 225
BOTTOM_MM = PAGE_HEIGHT_MM - TOP_MM - TEXT_HEIGHT_MM
PAGE_NUMBER_MM = 7  # below the text
HEADER_MM = 8  # above the text

TITLE_PT, BODY_PT, FOURTH_PT, FIFTH_PT = 22.0, 16.0, 14.0, 10.5
LINE_PT, TITLE_LINE_PT = 28.0, 33.0
TABLE_LINES = {FOURTH_PT: 20.0, FIFTH_PT: 15.0}
CHARACTERS = 28  # in a line
TITLE_CHARACTERS = 20  # in a line of a title
INDENT = 2  # characters
DATE_RIGHT = 4  # characters free to the right of the date
POINTS_PER_MM = 72 / 25.4

TEXT_WIDTH_PT = TEXT_WIDTH_MM * POINTS_PER_MM
CHARACTER_PT = TEXT_WIDTH_PT / CHARACTERS
INDENT_PT = INDENT * CHARACTER_PT
TRACKING_PT = CHARACTER_PT - BODY_PT  # a hair less than nothing: 28 have to fit
RULE_PT = 0.5
CELL_PADDING_PT = 5.0
SIGNATURE_PT = 42.0  # least room for an opinion
SHORT = 300  # characters; a row as short as this is kept on one page
LONG = 900  # bytes, some three hundred characters: a paragraph that may break before the signing
