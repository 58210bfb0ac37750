"""Whether words are the name of a person, as far as the words alone can tell."""

import re
from functools import lru_cache

# A name of one person alone could be a title as well (`Game Theory`), so its first word must be a
# usual given name.
_GIVEN = (
    "aaron adam adrian agatha ahmed alan albert albrecht aldous alejandro alessandro alex"
    " alexander alexandre alexei alfred alice alison allen amanda amy ana anatole anders andrea"
    " andreas andrei andrej andrew andrey andy angela ann anna anne annie anthony anton antonio"
    " arnold arthur ashish barbara barry benjamin benoit bernard bertrand bill bjarne bob boris"
    " brandon brenda brendan brian bruce bruno bryan carl carlos carol caroline catherine"
    " charles charlotte chris christian christine christoph christopher claire clara claude"
    " clifford colin craig cynthia dale dan daniel danny daphne dario dave david dean deborah"
    " dennis derek diana diego dieter dmitry don donald donna doug douglas dylan edgar edmund"
    " eduardo edward edwin elena eli elizabeth ellen emil emily emma eric erica erich erik"
    " ernest ethan eugene eva evan evelyn felix fernando francesco francis francois frank franz"
    " fred frederick friedrich fritz fyodor gabriel gareth gary geoff geoffrey george gerald"
    " gerard gilles giovanni giuseppe glenn gordon graham greg gregory guido gustav guy hannah"
    " hans harold harriet harry heather heinrich helen henri henry herbert herman hermann howard"
    " hugh hugo humphrey ian ilya immanuel ingrid irene isaac isabel ivan jack jacob jacques"
    " jake jakob james jamie jan jane janet jared jason javier jay jean jeff jeffrey jennifer"
    " jeremy jerome jerry jesse jessica jill jim jimmy joan joanna joe joel johan johann"
    " johannes john jon jonas jonathan jordan jorge jose josef joseph josh joshua joyce juan"
    " judea judith juergen julia julian julie jurgen karen karl kate katherine kathleen kathy"
    " katie keith kelly ken kenneth kent kevin klaus kurt kyle larry laura lauren laurence"
    " lawrence lee leo leon leonard leslie lewis liam linda linus lisa lorenzo louis louise luca"
    " lucas lucy ludwig luis luke lynn madeleine malcolm manuel marc marcel marcus margaret"
    " maria marie marilyn mario marion mark markus marshall martha martin marvin mary mats matt"
    " matteo matthew matthias max maxim maya megan melanie melissa michael michel michelle"
    " miguel mike mikhail miles milton mohamed mohammad monica morgan nancy naomi natalie nathan"
    " neal neil nicholas nick nicolas niels nigel nikolai nils noah noam nora norbert norman"
    " olga oliver olivia omar oscar otto pablo pamela pat patricia patrick paul paula pedro"
    " peter phil philip philipp philippe phillip pierre piotr rachel ralph ray raymond rebecca"
    " rene rich richard rick rob robert roberta roberto robin rodney roger roland ron ronald"
    " rosa rosalind ross roy rudolf russell ruth ryan sally salvador sam samantha samuel sandra"
    " sara sarah scott sean sebastian sergei sergey shane shannon sharon sheila simon simone"
    " sofia sophie stanley stefan stephan stephanie stephen steve steven stewart stuart susan"
    " suzanne sylvia tara ted terence teresa terry theodor theodore theresa thomas tim timothy"
    " toby todd tom tomas tony tracy trevor tyler umberto ursula valerie vernor vicki victor"
    " victoria viktor vincent virginia vladimir walter wayne wendy werner wes wilhelm will"
    " william wolfgang yann yoshua yves zach zoe"
)
"""Usual given names."""

_IN_TITLES = (
    "advanced agents ai algorithms analysis api applications architecture art artificial book"
    " chapter clean code coding compiler compilers computation computational computer computing"
    " concurrency convolutional cookbook course courses cryptography data database databases"
    " deep design development distributed dynamic economics effective engineering essentials"
    " ethics framework functional fundamentals game games generative graph graphics guide"
    " handbook hardware hidden high history image inference information intelligence internet"
    " intro introduction java javascript journal language languages large learning lecture"
    " lessons library linear linux logic machine machines management manual mathematics methods"
    " mining model modeling modelling models modern natural network networking networks neural"
    " new notes object operating operations optimization paper papers parallel part pattern"
    " patterns performance philosophy physics planning policy practical practice principles"
    " probabilistic probability processing production programming programs project projects"
    " python quantum query reading recognition recurrent reinforcement reliability research"
    " retrieval robotics rust science scientific search security semantic series service site"
    " social software sparse speech statistical statistics structures study supervised survey"
    " system systems technology test testing text the theory thinking time tools transformer"
    " transformers translation tutorial understanding university unsupervised video vision"
    " visual visualization web week work workshop world zero"
)
"""Words of titles that no name has."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_given_name(word: str) -> bool:
    """Return whether a word is a usual given name, in any case of letters."""
    return word.lower() in _set(_GIVEN)


def may_be_names(text: str) -> bool:
    """Return whether no word of a text is one that titles have and names have not."""
    return _set(_IN_TITLES).isdisjoint(map(str.lower, _WORD.findall(text)))


@lru_cache(maxsize=2)
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
