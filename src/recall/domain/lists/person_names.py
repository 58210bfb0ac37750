"""Whether words are the name of a person, as far as the words alone can tell."""

import re
from functools import lru_cache

# A name of one person alone could be a title as well (`Game Theory`), so its first word must be a
# usual given name.
_GIVEN = (
    "aaron adam adrian agatha agnes ahmed alain alan albert alberto albrecht aldous alejandro"
    " alessandra alessandro alex alexander alexandre alexei alfred alice alina alison allen"
    " amanda amartya amir amos amy ana anand anatole anders andrea andreas andrei andrej andrew"
    " andrey andy angela anil anita ann anna anne annie anthony antoine anton antonio aravind"
    " arnold arthur arun arundhati ashish astrid audre ayn azar barbara barry bas beatrice"
    " benjamin benoit bernard bernardo bertha bertrand bessel betty bill bjarne bjorn blaise bob"
    " boris brandon brenda brendan brian britt bruce bruno bryan cal carl carla carlos carlota"
    " carmen carol caroline catherine cathy cecilia celeste chandra charles charlotte chimamanda"
    " chinua chitra chris christian christine christoph christopher cixin claire clara clarice"
    " claude clayton clifford colin cormac cory craig cynthia dag dale dambisa dan daniel"
    " danielle danny daphne dario darrell dave david davide dean deborah deepak delia dennis"
    " derek desmond diana diego dieter dmitri dmitry don donald donna dorothy doug douglas dylan"
    " edgar edmund eduardo edward edwin elena eli elif elinor elizabeth ellen emil emile emily"
    " emma eric erica erich erik erling ernest ernst esther ethan eudora eugene eva evan evelyn"
    " ezra felix fernando fiona flannery frances francesco francis francois frank franz fred"
    " frederick friedrich fritz fumio fyodor gabriel gabriela gareth gary gayatri geoff geoffrey"
    " george gerald geraldine gerard gertrude gilles giovanni giulia giuseppe glenn gordon"
    " graham greg gregory guido gunnar gustav gustave guy hannah hans harold harriet harry"
    " haruki hayao heather heinrich helen helena henri henrik henry herbert herman hermann hiro"
    " hiroshi honore howard hugh hugo humphrey ian ibram ilya immanuel indra ingmar ingrid irene"
    " irvin isaac isabel isabella isaiah ismail italo ivan jack jacob jacqueline jacques jake"
    " jakob jamaica james jamie jan jane janet jared jason javier jay jean jeff jeffrey jennifer"
    " jeremy jerome jerry jesse jessica jhumpa jill jim jimmy joan joanna joanne joe joel johan"
    " johann johannes john jon jonas jonathan jordan jorge jose josef joseph josephine josh"
    " joshua joyce juan judea judith juergen jules julia julian julie junot jurgen karen karin"
    " karl kate katherine kathleen kathy katie kazuo keith kelly ken kenneth kent kevin khaled"
    " klaus kurt kyle larissa larry lars laura lauren laurence lawrence lee leif leo leon"
    " leonard leonora leslie lev lewis liam linda linus lisa lorenzo lorraine louis louisa"
    " louise luca lucas lucy ludwig luigi luis luke lydia lynn madeleine magnus mahatma malala"
    " malcolm manuel marc marcel marcus margaret margot maria mariana mariano marie marilyn"
    " marina mario marion marjane mark markus marshall martha martin martina marvin mary masha"
    " mateo mathias mats matt matteo matthew matthias maurice max maxim maya megan mei melanie"
    " melissa michael michel michelle miguel mikael mike mikhail miles milton miranda mircea"
    " mohamed mohammad monica morgan morten murray nadia naguib nancy naomi nassim natalia"
    " natalie nathan neal neil nelson nicholas nick nicolas niels nigel nikita nikola nikolai"
    " nikolas nils noah noam nora norbert norman octavia ole olga oliver olivia omar orhan oscar"
    " otto pablo pamela pascal pat patricia patrick paul paula paulo pedro percy perry peter"
    " petter phil philip philipp philippa philippe phillip pier pierre piotr primo rabindranath"
    " rachel rafael rainer ralph ramachandra raphael rasmus ravi ray raymond rebecca renata rene"
    " ricardo rich richard rick rob robert roberta roberto robin rodney roger rohinton roland"
    " ron ronald ronan rosa rosalind rosie ross roxane roy rudolf rune russell rutger ruth ryan"
    " sally salman salvador sam samantha samir samuel sandeep sandra sanjay sara sarah satya"
    " scott sean sebastian sebastien sergei sergey shane shannon sharon sheila siddhartha"
    " sigmund simon simone sofia sophie soren stanley stefan stella stephan stephanie stephen"
    " steve steven stewart stuart sunil susan susanna suzanne sven svetlana sylvia tara tariq"
    " tatiana ted terence teresa terry tess theo theodor theodore theresa thomas tim timothy"
    " tobias toby todd tom tomas toni tony tracy trent trevor tsitsi tyler ulf ulrich uma"
    " umberto upton ursula vaclav valerie vandana vera vernor vicki victor victoria vikram"
    " viktor vince vincent viola virginia vivian vladimir walter wangari wayne wendy werner wes"
    " wilhelm will william wisława wolfgang woody xavier yann yasmin yevgeny yoko yoshua yukio"
    " yuri yuval yves zach zadie zoe zora"
)
"""Usual given names."""

_FAMILY = (
    "anderson andersson bach banerjee bengio bhattacharya chan chang chatterjee chen cheng chiang"
    " choi chua das desai fernandez fischer garcia gonzalez gupta hansen hernandez hinton ho"
    " hoffmann huang hwang ivanov iyer jain jensen jiang johansson johnson joshi kang kaur khan"
    " kim klein kobayashi kowalski kumar larsen lecun li liang lim lin liu lopez luo ma martinez"
    " mehta meyer miller mishra mukherjee müller nakamura nair ng nguyen nielsen novak ong park"
    " patel perez petrov pham popov qiu ramirez rao reddy rodriguez sanchez sato schmidt schneider"
    " shah sharma shen shin singh smirnov smith srinivasan sun suzuki takahashi tanaka tang teh"
    " thompson tran wang watanabe wu xiao xie xu yamamoto yan yang yoon yu yuan zeng zhang zhao"
    " zheng zhou zhu"
)
"""Usual family names that no other word is; they are many, so only the most usual are here."""

_IN_TITLES = (
    "adapt advanced agents ai algorithms analysis api applications architecture art artificial"
    " as not"
    " book chapter clean click code coding compiler compilers computation computational"
    " computer computing concurrency convolutional cookbook course courses cryptography data"
    " database databases deep design detect development distill distributed divide dynamic"
    " economics effective engineering essentials ethics everything framework functional"
    " fundamentals game games generate generative graph graphics guide handbook hardware here"
    " hidden high history how image inference information intelligence internet intro"
    " introduction java javascript journal language languages large learn learning lecture"
    " lessons library linear linux logic machine machines management manual mathematics methods"
    " mining model modeling modelling models modern natural network networking networks neural"
    " new notes nothing object operating operations optimization paper papers parallel part"
    " pattern patterns performance philosophy physics planning policy practical practice"
    " principles probabilistic probability processing production programming programs project"
    " projects prompt python quantum query reading recognition recurrent reinforcement"
    " reliability research retrieval retrieve robotics rust science scientific search security"
    " semantic series service site social software something sparse speech statistical"
    " statistics structures study supervised survey system systems technology test testing text"
    " the theory there think thinking time tools train transformer transformers translation"
    " tutorial understanding university unsupervised update video vision visual visualization"
    " web week what why work workshop world your zero"
)
"""Words of titles that no name has."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def is_given_name(word: str) -> bool:
    """Return whether a word is a usual given name, in any case of letters."""
    return word.lower() in _set(_GIVEN)


def is_family_name(word: str) -> bool:
    """Return whether a word is a usual family name, in any case of letters."""
    return word.lower() in _set(_FAMILY)


def may_be_names(text: str) -> bool:
    """Return whether no word of a text is one that titles have and names have not."""
    return _set(_IN_TITLES).isdisjoint(map(str.lower, _WORD.findall(text)))


@lru_cache(maxsize=3)
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())
