"""Who looks at every address, and the rows of the access table that many addresses share.

Each cell is the status of GET and, behind the slash, of POST with an empty form.
"""

WHO = [
    "anon",
    "bram",
    "fatima",
    "willem",
    "wilma",
    "noor",
    "joost",
    "aisha",
    "dirk",
    "els",
    "petra",
    "hans",
    "griet",
    "chris",
    "mona",
    "thea",
    "milan",
    "bas",
]
ANYONE = "200/405 " * 18
SIGNED_IN = "302/302 " + "200/405 " * 17
FORM = "200/200 " * 18
MY_FORM = "302/302 " + "200/200 " * 17
MANAGER = "302/405 " + "403/405 " * 13 + "200/405 " + "403/405 " * 3
MANAGER_FORM = "302/302 " + "403/403 " * 13 + "200/200 " + "403/403 " * 3
MANAGER_ASKED = "302/302 " + "403/403 " * 13 + "200/302 " + "403/403 " * 3
MANAGER_ACT = "405/302 " + "405/403 " * 13 + "405/302 " + "405/403 " * 3
# Of who holds the pen: a form, a button without a page, and a question with a button.
OWNER_FORM = "302/302 403/403 200/200 " + "403/403 " * 15
OWNER_ACT = "405/302 405/403 405/302 " + "405/403 " * 15
OWNER_ASKED = "302/302 403/403 200/302 " + "403/403 " * 15
# Of the WOP of Oostgaarde, with Willem on its board and Wilma as a member: a page, a form, a button without a page.
MEMBER_PAGE = "302/405 403/405 403/405 200/405 200/405 " + "403/405 " * 13
MEMBER_FORM = "302/302 403/403 403/403 200/200 200/200 " + "403/403 " * 13
BOARD_PAGE = "302/405 403/405 403/405 200/405 " + "403/405 " * 14
BOARD_FORM = "302/302 403/403 403/403 200/200 " + "403/403 " * 14
BOARD_ASKED = "302/302 403/403 403/403 200/302 " + "403/403 " * 14
BOARD_ACT = "405/302 405/403 405/403 405/302 " + "405/403 " * 14
