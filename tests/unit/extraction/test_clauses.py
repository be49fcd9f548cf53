"""Sentences into statements: what is parted, what is left whole, and who each part is about."""

from __future__ import annotations

import pytest
from claim_reading import claims, last, only, subject, tagged, wrong

from factcheck.model import Certainty


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        # coordinated predicates
        (
            "The reform reduced prices and increased wages.",
            ["The reform reduced prices.", "The reform increased wages."],
        ),
        (
            "The treaty ended the war and created the league.",
            ["The treaty ended the war.", "The treaty created the league."],
        ),
        (
            "The judge rejected the appeal but reduced the fine.",
            ["The judge rejected the appeal.", "The judge reduced the fine."],
        ),
        (
            "Rain fills the lake and feeds the river.",
            ["Rain fills the lake.", "Rain feeds the river."],
        ),
        (
            "The virus spreads through droplets and infects the lungs.",
            ["The virus spreads through droplets.", "The virus infects the lungs."],
        ),
        (
            "The new rule lowers costs and raises wages.",
            ["The new rule lowers costs.", "The new rule raises wages."],
        ),
        (
            "Heat kills the yeast and stops fermentation.",
            ["Heat kills the yeast.", "Heat stops fermentation."],
        ),
        (
            "The council raised taxes and cut services.",
            ["The council raised taxes.", "The council cut services."],
        ),
        (
            "Sourdough is made from flour and is baked in an oven.",
            ["Sourdough is made from flour.", "Sourdough is baked in an oven."],
        ),
        (
            "The tunnel opened in 1869 and shortened the voyage.",
            ["The tunnel opened in 1869.", "The tunnel shortened the voyage."],
        ),
        # a clause between a subject and its verb
        (
            "The museum, as far as we know, has 300 rooms.",
            ["The museum has 300 rooms."],
        ),
        (
            "The hall, if the guide is right, has 300 seats.",
            ["The hall has 300 seats."],
        ),
        (
            "The bridge, though guides seldom mention it, is 40 metres long.",
            ["The bridge is 40 metres long.", "Guides seldom mention it."],
        ),
        (
            "The hall, when it is full, seats 300.",
            ["The hall seats 300."],
        ),
        # a subject behind what opens the sentence, and a relative clause behind it
        (
            "However, the ferry, which carries 40 cars, is full.",
            ["The ferry carries 40 cars.", "The ferry is full."],
        ),
        (
            "In winter, the ferry, which carries 40 cars, is full.",
            ["The ferry carries 40 cars.", "The ferry is full."],
        ),
        (
            "The mine once employed 900 people; today it employs 400.",
            ["The mine once employed 900 people.", "The mine employs 400."],
        ),
        # which of a kind are meant
        ("All trams that run on Sundays are old.", ["All trams that run on Sundays are old."]),
        # what holds in a case, between a verb that may be a noun and a clause
        (
            "The pump stops as soon as the tank is empty.",
            ["The pump stops."],
        ),
        (
            "The dog barks when the bell rings.",
            ["The dog barks."],
        ),
        # coordinated sentences
        (
            "Venus rotates slowly, but Jupiter rotates fast.",
            ["Venus rotates slowly.", "Jupiter rotates fast."],
        ),
        (
            "The pilot reported the fault; the crew mended the wing.",
            ["The pilot reported the fault.", "The crew mended the wing."],
        ),
        (
            "The mill sells flour; the shop sells cake.",
            ["The mill sells flour.", "The shop sells cake."],
        ),
        (
            "Exports grew while imports shrank.",
            ["Exports grew.", "Imports shrank."],
        ),
        (
            "The bank raised its rate because inflation remained high.",
            ["The bank raised its rate.", "Inflation remained high."],
        ),
        (
            "The treaty banned the trade; however, smuggling continued.",
            ["The treaty banned the trade.", "Smuggling continued."],
        ),
        # relative clauses
        (
            "Moss absorbs water, which cools the roof.",
            ["Moss absorbs water.", "Water cools the roof."],
        ),
        (
            "The drug blocks the enzyme that breaks down dopamine.",
            ["The drug blocks the enzyme.", "The enzyme breaks down dopamine."],
        ),
        (
            "The bee is an insect that pollinates flowers.",
            ["The bee is an insect.", "The bee pollinates flowers."],
        ),
        (
            "The council closed the harbour where the trawlers unloaded cod.",
            ["The council closed the harbour.", "The trawlers unloaded cod."],
        ),
        # tails
        pytest.param(
            "The paper, published in 2004, describes a new species.",
            ["The paper was published in 2004.", "The paper describes a new species."],
            marks=wrong("an inserted participle is restated without its auxiliary"),
        ),
        # one statement
        ("The bill was passed by the Senate in 1964.", None),
        ("The committee decided to delay the launch.", None),
        ("The runner trained at altitude to improve her stamina.", None),
        ("The company will try to open a plant in Ghent.", None),
        ("The dough contains flour, water, yeast and salt.", None),
        ("Ravens, crows and jays cache food.", None),
        ("The road is safe but slow.", None),
        ("The gene encodes a protein called keratin.", None),
        ("The choir sings in Latin, German and French.", None),
        ("Researchers measured the depth and the width of the crater.", None),
    ],
)
def test_parts_of_a_sentence(sentence: str, statements: list[str] | None) -> None:
    found = [claim.text for claim in claims(sentence)]
    assert found == (statements or [sentence])


@pytest.mark.parametrize(
    ("sentence", "about", "verb"),
    [
        ("Farmers who rotate their crops need less fertiliser.", "Farmers", "rotate"),
        ("The drug, which was approved in 1996, lowers cholesterol.", "The drug", "was approved"),
        ("The author, who was born in Riga, wrote nine novels.", "The author", "was born"),
        ("The museum displays ships that were found in burial mounds.", "ships", "were found"),
        (
            "The coach praised the goalkeeper, who saved two shots.",
            "the goalkeeper",
            "saved two",
        ),
        ("Lund is a singer who toured Norway.", "Lund", "toured"),
        (
            "Lund is a brother of the singer Otto Berg, who toured Norway.",
            "a brother of the singer Otto Berg",
            "toured",
        ),
        (
            "Lund is a singer and the owner of a horse that won the derby.",
            "the owner of a horse",
            "won",
        ),
    ],
)
def test_a_relative_clause_speaks_of_its_antecedent(sentence: str, about: str, verb: str) -> None:
    relative = min(
        (claim for claim in claims(sentence) if verb in claim.text), key=lambda c: len(c.text)
    )
    assert subject(relative).lower() == about.lower()


@pytest.mark.parametrize(
    ("sentence", "about", "verb", "words"),
    [
        ("The survey, which covered nine counties, found otters.", "The survey", "find", "otters"),
        ("Kelp, which grows quickly, shelters young fish.", "Kelp", "shelter", "young fish"),
        ("The engine that powered the ferry burned coal.", "The engine", "burn", "coal"),
        ("The team that won the cup trained in Spain.", "The team", "train", "in Spain"),
        (
            "The mill that the guild built in 1950 was sold last year.",
            "The mill",
            "sell",
            "last year",
        ),
        ("The town where Kepler taught lies in Austria.", "The town", "lie", "in Austria"),
        ("The treaty, signed in 1648, ended the war.", "The treaty", "end", "the war"),
        ("Titan, Saturn's largest moon, has lakes.", "Titan", "have", "lakes"),
        ("The company, a supplier of glass, built two plants.", "The company", "build", "plants"),
        pytest.param(
            "The striker — a former sprinter — scored twice.",
            "The striker",
            "score",
            "twice",
            marks=wrong("the verb behind the second dash is taken for a participle"),
        ),
        ("The spire, at 161 metres, dominates the town.", "The spire", "dominat", "the town"),
    ],
)
def test_the_main_statement_goes_on_behind_what_is_inserted(
    sentence: str, about: str, verb: str, words: str
) -> None:
    main = claims(sentence)[-1] if claims(sentence) else None
    assert main is not None
    assert subject(main).split(",")[0] == about
    assert main.predicate[-1].startswith(verb[:4])
    assert main.object is not None and words in main.object.text
    assert main.text.count(words) == 1


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("During the drought, the city rationed water.", "the city"),
        ("In the 1950s, the lake was stocked with trout.", "the lake"),
        ("Slowly, the ice melted.", "the ice"),
        ("With its long neck, the giraffe reaches leaves.", "the giraffe"),
        ("In Kenya, coffee is picked by hand.", "coffee"),
        ("Unlike petrol, hydrogen burns without smoke.", "hydrogen"),
        ("According to the mayor, the tram costs four million euros.", "the tram"),
        ("For two centuries, the guild controlled the trade.", "the guild"),
        ("In 1903 the brothers flew for twelve seconds.", "the brothers"),
        ("Since May 1990 the inner harbour has been closed.", "the inner harbour"),
        ("In Norway skating to work has become rare.", "skating to work"),
        ("In winter a day lasts six hours.", "a day"),
        ("In 1645 Danish troops burned the castle.", "Danish troops"),
        ("In winter only the courtyard is open.", "the courtyard"),
    ],
)
def test_a_fronted_phrase_is_no_part_of_the_subject(sentence: str, about: str) -> None:
    claim = only(sentence)
    assert subject(claim) == about
    assert claim.quote == sentence[:-1]


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("The museum in Oslo displays three ships.", "The museum in Oslo"),
        ("The price of rice doubled in 2008.", "The price of rice"),
        ("The population of the town is 12,000.", "The population of the town"),
        ("The museum's collection includes 40,000 fossils.", "The museum's collection"),
        ("Ravens, crows and jays cache food.", "Ravens, crows and jays"),
        ("Half of the members voted against the motion.", "Half of the members"),
        ("Up to eight cups a day are safe.", "Up to eight cups a day"),
    ],
)
def test_a_subject_keeps_what_belongs_to_it(sentence: str, about: str) -> None:
    assert subject(only(sentence)) == about


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Ole Lund (March 2, 1909 – November 21, 1958) was a Danish painter.", "Ole Lund"),
        ("Ole Lund (born May 3, 1911), nicknamed Bear, was a painter.", "Ole Lund"),
        ("The League (German: Bund; 1815–1866) was a union of states.", "The League"),
        ("Norway (and, later, Sweden) built the line.", "Norway"),
        ("The Ski Club (SC) was founded in 1903.", "The Ski Club (SC)"),
        ("Lund (born in 1911) and Berg built the hut.", "Lund and Berg"),
    ],
)
def test_brackets_add_to_a_subject_without_being_it(sentence: str, about: str) -> None:
    found = [
        claim
        for claim in claims(sentence)
        if "nickname" not in claim.text and not claim.text.endswith(")")
    ]
    assert [claim.subject.text for claim in found if claim.subject] == [about]


@pytest.mark.parametrize(
    ("sentence", "about", "words"),
    [
        ("Because the soil was frozen, work stopped.", "the soil", "was frozen"),
        ("Although the engine is small, it produces 90 kilowatts.", "the engine", "is small"),
        (
            "After the war ended, the factory made bicycles.",
            "the war",
            "ended",
        ),
    ],
)
def test_a_subordinate_clause_at_the_front_has_its_own_subject(
    sentence: str, about: str, words: str
) -> None:
    first = claims(sentence)[0]
    assert words in first.text
    assert subject(first) == about


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said that the tunnel had reached the coast.",
        "The minister said the tunnel had reached the coast.",
    ],
)
def test_what_is_said_is_the_statement(sentence: str) -> None:
    claim = only(sentence)
    assert subject(claim) == "the tunnel"
    assert claim.text == "The tunnel had reached the coast."
    assert claim.quote == sentence[:-1]


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("The hall has 19 doors, all of which can be locked.",
         ["The hall has 19 doors.", "19 doors can be locked."]),
        ("The firm hired 90 guards, a third of whom are women.",
         ["The firm hired 90 guards.", "90 guards, a third of whom are women."]),
        ("The mill that the guild built in 1950 was sold.",
         ["The guild built the mill in 1950.", "The mill was sold."]),
        ("The hall was painted by Lena Orth, a painter from Graz.",
         ["The hall was painted by Lena Orth.", "Lena Orth is a painter from Graz."]),
        ("The whistle, a toy that could be heard afar, fell silent.",
         ["The whistle is a toy.", "The whistle fell silent.", "The whistle could be heard afar."]),
        ("Ticket sales at the fair, which closed in May, have fallen.",
         ["Ticket sales at the fair have fallen.", "The fair closed in May."]),
        ("The boats were built in Genoa by Marelli, a firm known for its lifts, and run on gas.",
         ["The boats were built in Genoa by Marelli.", "Marelli is a firm known for its lifts.",
          "The boats run on gas."]),
        ("We own 24 boats, all of them built in Genoa.",
         ["We own 24 boats.", "24 boats are built in Genoa."]),
        ("The mill was sold in 1984, the year in which the shop was closed.",
         ["The mill was sold in 1984.", "The shop was closed."]),
        ("The beam spans 18 miles, whereas the lamp that it replaced had a range of 24.",
         ["The beam spans 18 miles.", "The beam replaced the lamp.",
          "The lamp had a range of 24."]),
        ("The toll has increased, and the lorries that took the lane now take ours.",
         ["The toll has increased.", "The lorries took the lane now.",
          "The lorries that took the lane now take ours."]),
        ("The mill, built in 1890, was closed in 1950.",
         ["The mill is built in 1890.", "The mill was closed in 1950."]),
        ("The rule, adopted in May by the guild, bans carts, boats and dogs.",
         ["The rule is adopted in May by the guild.", "The rule bans carts, boats and dogs."]),
        ("Forty oaks had to be felled.", ["Forty oaks had to be felled."]),
        ("Mud fever in men who dig is rare.",
         ["Mud fever in men who dig is rare.", "Men dig."]),
        ("Guests with old dogs who skated have left.",
         ["Guests with old dogs skated.", "Guests with old dogs who skated have left."]),
        ("Gout is rare in those who walk their dogs.",
         ["Gout is rare in those.", "Those walk their dogs."]),
        ("Berg is in a band which toured Norland.",
         ["Berg is in a band.", "A band toured Norland."]),
    ],
)  # fmt: skip
def test_what_a_relative_pronoun_stands_for(sentence: str, statements: list[str]) -> None:
    assert [claim.text for claim in claims(sentence)] == statements


@pytest.mark.parametrize("word", ["mill", "guild"])
def test_the_object_of_a_relative_clause_is_what_it_describes(word: str) -> None:
    claim = claims("The mill that the guild built in 1950 was sold.")[0]
    assert word in claim.terms
    assert claim.object is not None and claim.object.text == "The mill"


def test_a_possibility_inside_a_relative_clause_is_none_of_the_main_clause() -> None:
    sounded = last("The whistle, which could be heard afar, fell silent.")
    assert sounded.certainty is Certainty.ASSERTED


def test_a_chain_of_verbs_is_one_predicate() -> None:
    assert only("The vaccine has been shown to reduce hospital stays.").predicate == ("decreas",)
    assert only("The crater appears to be young.").predicate == ("appear", "be")


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("Tyres that are worn waste fuel.", ["Tyres are worn.", "Tyres that are worn waste fuel."]),
        ("The canal which opened in 1801 closed in 1949.",
         ["The canal opened in 1801.", "The canal closed in 1949."]),
        ("The wool that weavers prefer costs £9.",
         ["Weavers prefer the wool.", "The wool costs £9."]),
        ("Guests for whom the lift was too narrow used the stairs.",
         ["The lift was too narrow.",
          "Guests for whom the lift was too narrow used the stairs."]),
        ("The yard, of which the port owns a third, paid for the crane.",
         ["The port owns a third.", "The yard paid for the crane."]),
        ("The diver whose rope snapped in 1911 was never found.",
         ["The diver's rope snapped in 1911.", "The diver was never found."]),
        ("There are two by-laws that prohibit fires.",
         ["There are two by-laws.", "Two by-laws prohibit fires."]),
        ("The name “Holmers” comes from the islanders who settled here.",
         ["The name “Holmers” comes from the islanders.", "The islanders settled here."]),
        ("It helps: those who drink it daily catch fewer colds.",
         ["It helps.", "Those drink it daily.", "Those who drink it daily catch fewer colds."]),
        # no second verb
        ("The shop that opened in 1901 sold used boats.",
         ["The shop opened in 1901.", "The shop sold used boats."]),
        ("The firm closed all power plants by 2021.",
         ["The firm closed all power plants by 2021."]),
        ("The club was ranked as the best youth sports team in the county.",
         ["The club was ranked as the best youth sports team in the county."]),
        ("He was replaced as keeper of the light after he fell.",
         ["He was replaced as keeper of the light.", "He fell."]),
    ],
)  # fmt: skip
def test_a_relative_clause_ends_before_the_verb_of_the_main_clause(
    sentence: str, statements: list[str]
) -> None:
    assert [claim.text for claim in claims(sentence)] == statements


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("A bridge built in 1890 carried the canal over the road.", "A bridge built in 1890"),
        ("A bridge built in May 1890 fell in 1912.", "A bridge built in May 1890"),
        ("The bridge designed by Orde carried the canal.", "The bridge designed by Orde"),
        ("The guild built a bridge in 1890.", "The guild"),
        ("The guild resigned in 1950 owing to a quarrel.", "The guild"),
    ],
)
def test_a_participle_in_the_subject_is_no_verb(sentence: str, about: str) -> None:
    assert subject(last(sentence)) == about


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Later the beam carried for 20 miles.", "the beam"),
        ("Two days later the keeper left the island.", "the keeper"),
        ("Several times before dawn one of the crew winds the clock.", "one of the crew"),
        ("The next morning the crew found the boat.", "the crew"),
        ("Last year Norland joined the league.", "Norland"),
        ("Every ten minutes a tram leaves the square.", "a tram"),
        ("From next month adults will pay £8.", "adults"),
        ("For that they get a view.", "they"),
        ("Against severe frost old vines can be wrapped.", "old vines"),
        # times that are meant
        ("Last year was the driest on record.", "Last year"),
        ("The first night of the fair is free.", "The first night of the fair"),
        ("The day nurse records all doses.", "The day nurse"),
    ],
)
def test_when_it_was_is_no_part_of_the_subject(sentence: str, about: str) -> None:
    assert subject(last(sentence)) == about


def test_a_date_behind_a_conjunction_leaves_the_subject_to_what_came_before() -> None:
    served, chosen = claims("Holm sat in the senate, and in 1970 was chosen as its speaker.")
    assert subject(served) == subject(chosen) == "Holm"
    assert [value.text for value in chosen.values] == ["1970"]


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("Granite, above all the grey kind, generally resists salt.",
         ["Granite generally resists salt."]),
        ("Although granite, above all the grey kind, resists salt, it cracks.",
         ["Granite resists salt.", "Granite cracks."]),
        ("The land meets the sea (the coast is 451 km long) and the hills.",
         ["The land meets the sea.", "The coast is 451 km long."]),
        ("Ada Holm is a pilot, writer and former clerk who led the guild from 1977.",
         ["Ada Holm is a pilot, writer and former clerk.", "Ada Holm led the guild from 1977."]),
        ("Holm, who once served as a clerk, said that the quay is old.",
         ["Holm served as a clerk.", "The quay is old."]),
        ("There are several views on what constitutes a port.",
         ["There are several views on what constitutes a port."]),
        ("The works are a relic of an age with a tower and a gate that leads to the quay.",
         ["The works are a relic of an age with a tower and a gate.",
          "A gate leads to the quay."]),
        ("Trials needed years before results showed.",
         ["Trials needed years.", "Results showed."]),
        ("Trials need years before results show.", ["Trials need years."]),
        ("The pump stops once the tank is empty.", ["The pump stops."]),
        ("The lamp is lit until the ferry has left.", ["The lamp is lit."]),
        ("After the ferry has left, the gate is shut.", ["The gate is shut."]),
        ("He left the house before the war began.", ["He left the house.", "The war began."]),
        ("Issued when a permit is refused by the office.", []),
        ("The ferry stops at noon, and neither does the bus run nor the tram.",
         ["The ferry stops at noon."]),
        ("As studies show, zinc is safe.", ["Zinc is safe."]),
        ("Anyone who travels without a ticket is charged £60.", ["Anyone is charged £60."]),
        ("The balm rapidly and reliably eases pain.",
         ["The balm rapidly and reliably eases pain."]),
        ("They will tell you the plan was not going to work.",
         ["The plan was not going to work."]),
        ("She told the guild that raising the fee would cost £3.",
         ["Raising the fee would cost £3."]),
        ("She told the story that won the prize.",
         ["She told the story.", "The story won the prize."]),
        ("It is the rate that we had under Holm.", ["We had the rate under Holm."]),
        ("The council met on Friday, a holiday.", ["The council met on Friday, a holiday."]),
        ("The rate fell, which means that rents will fall.",
         ["The rate fell.", "Rents will fall."]),
        ("The fee was cut by the port, which says Norland has no claim.",
         ["The fee was cut by the port.", "Norland has no claim."]),
        ("Ida Holm, who points out that the cliff was armoured in 2017, is calm.",
         ["Ida Holm is calm.", "The cliff was armoured in 2017."]),
        ("The wall has harmed the beach; surveys by the college, which runs until 2025, may tell.",
         ["The wall has harmed the beach.", "Surveys by the college may tell.",
          "The college runs until 2025."]),
        ("Since light-emitting lamps (LEDs) were fitted, the cost has fallen.",
         ["Light-emitting lamps (LEDs) were fitted.", "The cost has fallen."]),
        ("The guild, the oldest club founded in the county, lost £3.",
         ["The guild lost £3."]),
        ("There is proof, on the other hand, that zinc is safe.", ["Zinc is safe."]),
        ("A trial found that men on the 16:8 plan lost one kilogram.",
         ["Men on the 16:8 plan lost one kilogram."]),
        ("Panels wear out, so that after 25 years half of it is gone.",
         ["Panels wear out."]),
        ("The guild cut the fares, which helps the poor.",
         ["The guild cut the fares, which helps the poor."]),
        ("Carts are banned from the yard, which is a problem for the guild.",
         ["Carts are banned from the yard, which is a problem for the guild."]),
        ("At the same time the number of people who skate fell by 9 percent.",
         ["The number of people who skate fell by 9 percent.", "People skate."]),
        ("Jars are made for the fair and offer little room.",
         ["Jars are made for the fair.", "Jars offer little room."]),
        ("The date is two years after filling.", ["The date is two years after filling."]),
        ("The keep, 28 metres tall, was sold.",
         ["The keep is 28 metres tall.", "The keep was sold."]),
        ("Built in 1210 by Count Adolf, the keep is old.",
         ["The keep is built in 1210 by Count Adolf.", "The keep is old."]),
        ("Rain begins in May and lasts for about six weeks.",
         ["Rain begins in May.", "Rain lasts for about six weeks."]),
        ("Setting it to 0 means that calls never expire.", ["Calls never expire."]),
        ("TTL: how long calls are kept, in seconds.", []),
        ("Lightning set the mill on fire.", ["Lightning set the mill on fire."]),
        ("Women should rest. Those who are allergic to eggs must avoid it.",
         ["Women should rest.", "Those are allergic to eggs.",
          "Those who are allergic to eggs must avoid it."]),
        ("The guild cut the fares, which help the poor.",
         ["The guild cut the fares.", "The fares help the poor."]),
        ("The guild says its Vik–Orla line lost £3.",
         ["The guild says its Vik–Orla line lost £3."]),
        ("The toll fell by a third, a study of 90 ports showed in 2022.",
         ["The toll fell by a third."]),
    ],
)  # fmt: skip
def test_clauses_of_long_sentences(sentence: str, statements: list[str]) -> None:
    assert [claim.text for claim in claims(sentence)] == statements


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("In its last forecasts for the port, the guild warned of losses.", ["warned"]),
        ("The plan to widen the road costs £3m.", ["costs"]),
        ("All shops gained, with wool stocks at 3 per cent, flax stocks at 2 per cent.",
         ["gained"]),
        ("Holm said it is not seeking a new arms race.", ["said", "is"]),
        ("The report says trade slows in winter.", ["says", "slows"]),
        ("Once opened, the jar keeps for a week.", ["keeps"]),
        ("The mayor would like to see it open on weekends.", ["like", "see"]),
        ("“It made the cups jump,” recalls Ada Holm.", ["made", "recalls"]),
        ("Problems with having boats include rust.", ["include"]),
        ("Heat pumps need power.", ["need"]),
        ("Speakers of Danish need about 600 hours to learn Welsh.", ["need", "learn"]),
        ("Users of the app pay £3 a month.", ["pay"]),
        ("Adults move away, but few lose their accent.", ["move", "lose"]),
        ("Heat raises need for shade.", ["raises"]),
        ("Trade on the border grew.", ["grew"]),
        ("Read the book the board wrote.", ["Read", "wrote"]),
        ("The bridge took three years and cost £14,000.", ["took", "cost"]),
        ("It went to Oslo and cut prices.", ["went", "cut"]),
        ("The mill has two floors and costs about £3.", ["has", "costs"]),
        ("The mill has four rooms and houses a shop.", ["has", "houses"]),
        ("The mill has bells and lights everywhere.", ["has"]),
        ("Bees are insects and live in colonies.", ["are", "live"]),
        ("The band is loud and live music is rare.", ["is", "is"]),
    ],
)  # fmt: skip
def test_a_noun_that_could_be_a_verb(sentence: str, verbs: list[str]) -> None:
    finite = [token.text for token in tagged(sentence) if token.tag in "VX"]
    assert [word for word in finite if word not in {"widen", "having"}] == verbs


def test_what_came_before_or_after_has_dates_of_its_own() -> None:
    played, moved = claims("The club played in Holm before moving to Kirk in 1970.")
    assert not played.values
    assert subject(moved) == "The club"
    assert [value.text for value in moved.values] == ["1970"]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("As the map shows, on the line, fares fell.", "On the line, fares fell."),
        ("Though it rained, in May, the pump ran.", "In May, the pump ran."),
        ("Though it rained, slowly, the pump ran.", "The pump ran."),
    ],
)
def test_a_circumstance_between_clauses_belongs_to_the_second(text: str, statement: str) -> None:
    assert last(text).text == statement


def test_a_relative_clause_may_end_in_its_verb() -> None:
    found = claims("The mill, which farmers use, is old.")
    assert [claim.text for claim in found] == ["Farmers use the mill.", "The mill is old."]


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("The mills before 1900 were wooden.", ("mill",)),
        ("The days before the war were calm.", ("war", "day")),
        ("The prices before the reform fell.", ("reform", "price")),
        ("The year before the club had won.", ("club",)),
    ],
)
def test_a_time_behind_a_subject_is_no_subject(sentence: str, terms: tuple[str, ...]) -> None:
    found = only(sentence).subject
    assert found is not None
    assert found.terms[-1] == terms[-1]
