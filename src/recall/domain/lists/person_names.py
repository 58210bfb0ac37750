"""Whether words are the name of a person, as far as the words alone can tell."""

import re
from functools import lru_cache

# A name of one person alone could be a title as well (`Game Theory`), so its first word must be a
# usual given name.
_GIVEN = (
    "aaron adam aditya adrian adriana agatha agnes agnieszka ahmed akira alain alan albert"
    " alberto albrecht aldous alejandro alessandra alessandro alex alexander alexandre alexei"
    " alfred alice alina alison allen alvaro amanda amartya amir amos amy ana anand anatole"
    " anders andrea andreas andrei andrej andrew andrey andy angela anil anita ann anna anne"
    " anneli annie anselm anthony antoine anton antonio aravind armin arnold arthur arun"
    " arundhati ashish astrid audre ayn azar barbara barry bartosz bas beatrice beatriz bengt"
    " benjamin benoit bernard bernardo bertha bertrand bessel betty bianca bill birgit"
    " birgitta bjarne bjorn blaise bob boris brad brandon brenda brendan bret brian britt"
    " bruce bruno bryan bryce byron cal calvin carl carla carlo carlos carlota carmen carmine"
    " carol carole caroline cassandra catherine cathleen cathy cecil cecilia cedric celeste"
    " chandler chandra charles charlotte cheryl chester chiara chimamanda chinua chitra chloe"
    " chris christa christian christine christoph christopher cixin claire clara clarence"
    " clarice claude clayton clement clifford clint clyde colin conrad cormac cory courtney"
    " craig cristina curtis cynthia cyril daan dag dale dambisa damian damien damon dan daniel"
    " danielle danny daphne dario darrell darren dave david davide dean deborah deepak deirdre"
    " delia denise dennis derek desmond diana dianne diego dieter dietmar dmitri dmitry"
    " dominic dominik dominique don donald donna donovan doreen dorothy doug douglas dwight"
    " dylan edgar edmund eduardo edward edwin eileen elaine eleanor elena eli elif elinor"
    " elisa elisabeth elise elizabeth ellen elliot elliott elsa emanuel emil emile emilio"
    " emily emma emmanuel enrico enrique eric erica erich erik erling ernest ernst esteban"
    " esther ethan eudora eugene eva evan evelyn ezra fabio fabrice federico felipe felix"
    " femke fergus fernanda fernando fiona flannery flavio florian franca frances francesco"
    " francine francis francisca francisco francois frank franz fred frederick freya friedrich"
    " fritz fumio fyodor gabriel gabriela gareth gary gavin gayatri genevieve geoff geoffrey"
    " george gerald geraldine gerard gerd gerhard gertrude gil gilles gillian gina giorgio"
    " giovanni giulia giuseppe glenn gloria gonzalo goran gordon graham greg gregory gretchen"
    " grzegorz guido guilherme gunilla gunnar gustav gustave gustavo guy gwen ha-joon hal"
    " hanna hannah hannelore hans harald harold harriet harry haruki hayao heather hector"
    " hedwig heidi heike heinrich helen helena helga henri henrik henrique henry herbert"
    " herman hermann herve hilary hiro hiroki hiroshi honore horst howard hubert hugh hugo"
    " hugues humphrey ian ibram ignacio igor ilya immanuel indra ines ingmar ingrid irene"
    " irvin isaac isabel isabella isabelle isaiah ismail italo itamar iva ivan ivo jacek jack"
    " jacob jacqueline jacques jaime jake jakob jamaica james jamie jan jana jane janet janice"
    " jared jasmine jason javier jay jean jeanne jeannette jeff jeffrey jenna jennifer jenny"
    " jeremiah jeremy jeroen jerome jerry jerzy jesse jessica jhumpa jill jim jimena jimmy"
    " joachim joan joanna joanne joao joaquin jocelyn jochen jodie joe joel johan johann"
    " johannes john jon jonas jonathan jordan jorg jorge joris jose josef joseph josephine"
    " josh joshua joyce juan judea judith judy juergen jules juli julia julian julie julio"
    " junot jurgen justin jutta kaitlin kamila kara karen karin karl karol kasper katarzyna"
    " kate katharina katherine kathleen kathy katie katrin kazuo keiko keira keith kelly ken"
    " kenji kenneth kent kenta kerry kerstin kevin khaled kip kirsten klaus krzysztof kurt"
    " kyle larissa larry lars laura lauren laurence lawrence leah leandro lee leif leila"
    " lennart leo leon leonard leonardo leonor leonora leroy leslie leticia lev lewis liam"
    " lila lillian linda linus lionel lisa loic lola loren lorena lorenzo lorna lorraine lou"
    " louis louisa louise luca lucas lucia luciano lucien lucinda lucy ludmila ludovica ludwig"
    " ludwik luigi luis lukas luke lydia lynn lynne maarten maciej madeleine magda magdalena"
    " magnus mahatma maj makoto malala malcolm malgorzata malte manfred manuel manuela mara"
    " marc marcel marcelo marco marcus marek margaret margarita margot maria mariana mariane"
    " mariano marie marieke mariko marilyn marina mario marion marius marjane marjorie mark"
    " markus marshall marta martha martin martina marvin mary masha mateo mathias mathieu mats"
    " matt matteo matthew matthias mattias maureen maurice mauricio mauro max maxim maya megan"
    " mei melanie melinda melissa micah michael michal michel michelle mick miguel mikael mike"
    " mikhail miles milton minna miranda mircea mireille mitch mitchell mohamed mohammad moira"
    " molly monica monika morgan morten murray nadia nadine naguib nancy naoki naomi nassim"
    " natalia natalie natasha nathan neal ned neil nelly nelson nicholas nick nicola nicolas"
    " nicole niels nigel nikita nikola nikolai nikolas nils nina noah noam nora norbert norman"
    " octavia olaf ole olga oliver olivia olivier omar orhan oscar oswald otto owen pablo"
    " paloma pam pamela pascal pat patrice patricia patrick patrik paul paula pauline paulo"
    " pedro pekka penelope percy perry peter petra petter phil philip philipp philippa"
    " philippe phillip pier pierpaolo pierre pieter pilar piotr primo rabindranath rachel"
    " rafael rafaela rainer ralf ralph ramachandra ramon raphael raquel rasmus raul ravi ray"
    " raymond rebecca rebekah regina reinhard renata renate renato rene rhonda ricarda ricardo"
    " rich richard rick rita rob robert roberta roberto robin robyn rodney rodrigo roger rohan"
    " rohinton roland rolf romain ron ronald ronan rosa rosalind rosario rosemary rosie ross"
    " rossella roxane roy ruben rudolf rune rupert russell rutger ruth ryan sabine sabrina"
    " sacha sally salman salvador salvatore sam samantha samir samuel sandeep sandra sanjay"
    " sanne santiago sara sarah sascha satoshi satya saul scott sean sebastian sebastiano"
    " sebastien selma serge sergei sergey seth shane shannon sharon shaun shawn sheila shelley"
    " sheryl shoshana sibylle siddhartha sigmund silvia simon simona simone sofia sophie soren"
    " stacy stanislaw stanley stefan stefanie stella stephan stephane stephanie stephen steve"
    " steven stewart stig stuart sumit sunil susan susanna suzan suzanne sven svenja svetlana"
    " sybil sylvia ta-nehisi tabitha takashi tamara tanya tara tariq tatiana tatsuya ted"
    " terence teresa terry tess theo theodor theodora theodore theresa thiago thierry thomas"
    " thorsten tibor tiffany tim timo timothy tina titus tobias toby todd tom tomas tomasz"
    " toni tony tove tracy trent trevor trudy tsitsi tyler tyson ulf ulrich ulrike uma umberto"
    " upton ursula uwe vaclav valentin valentina valerie vandana vanessa vera vernor veronica"
    " vicente vicki vicky victor victoria vikram viktor vince vincent vinicius viola virginia"
    " vivian viviane vivien vladimir walter walther wanda wangari wayne wendy werner wes"
    " wesley wilfred wilhelm will william wilma wisława wojciech wolfgang wolfram woody wouter"
    " xavi xavier yael yann yannick yannis yasmin yevgeny yoko yolanda yoshua yuki yukio yuri"
    " yuval yves yvette yvonne zach zachary zadie zoe zofia zoltan zora"
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
    " economics effective engineering essentials ethics everything examples framework functional"
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
