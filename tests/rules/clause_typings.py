"""What a clause is: words that open one elsewhere, verbs behind "and", other senses of a word."""

from tests.rules.typings import Typing, article, report

CLAUSE_TYPINGS: tuple[Typing, ...] = (
    # "as", "until" and "that" open no clause without a verb of their own
    article("Chlorine was used as a weapon in Ltamenah on 4 May 2019.", "ASSAULT"),
    article("Egypt cancelled that agreement with Syria in March 2019.", "REJECT"),
    article(
        "The Security Council extended until June the mandate of UNDOF and asked Antonio Guterres"
        " to report on it.",
        "AGREE",
        "REQUEST:called_for",
    ),
    # a verb behind "and" shares the subject of the first, named or not
    article(
        "The countries agreed to open the road and appealed for more help.",
        "AGREE",
        "REQUEST:called_for",
    ),
    article(
        "They repeated that the crisis has no military solution and rejected all foreign meddling.",
        "REJECT",
    ),
    article(
        "The command regards this as a crime and threatened Israel with retaliation.", "THREATEN"
    ),
    article("They repeated that the road is closed and mined."),
    # what a paper provides is still to come
    article("The accord foresees that the two sides will build a port.", "COOPERATE:planned"),
    article("Witnesses report that the two sides build a port."),
    # behind a relative clause the sentence goes on
    article(
        "On 4 May 2019, in a case which the monitors recorded, gunmen opened fire on a bus.",
        "ASSAULT",
    ),
    # a condition is no act
    article("Force would be the answer should the raids of Turkey on Kobani continue."),
    article("Syria would hold elections once Turkey had withdrawn its troops."),
    # a pledge tells what it pledges to ask for
    article("Iran pledged to urge Syria to stop the raids.", "PROMISE:promised"),
    # whom a sentence speaks of is no act, nor what something is for
    article("Fighters who refused to surrender in 2018 live in the camp."),
    report("It counts the victims whom the parties killed."),
    article("The aim of the agency is to help refugees in Syria."),
    # other senses
    article("Some 300 pilgrims of Iraq went back on 4 May 2019 from Damascus."),
    article("Qatar went back on its word to Turkey on 4 May 2019.", "REJECT"),
    article("UNICEF fears a food crisis that gets worse."),
    article("A fighter of Ahrar al-Sham carries his rifle near Idlib on 4 May 2019."),
    article("Iran opened an air campaign in support of Bashar al-Assad on 4 May 2019.", "ASSAULT"),
    # who blacklists one more, does it again
    article(
        "Canada blacklisted the Commercial Bank on 4 May 2019. It also blacklisted Cham Wings.",
        "SANCTION",
        "SANCTION",
    ),
    # the flight and the way home
    article("Nine busloads of gunmen were driven out of Daraya on 4 May 2019.", "RETREAT"),
    article("Buses carried gunmen and their kin out of Daraya on 4 May 2019.", "RETREAT"),
    article("Some 40 families came home to Daraya on 4 May 2019.", "RETREAT"),
    report("Some 40 families came home to Daraya on 4 May 2019."),
    article("Jordan helped with the evacuation of the rescuers on 4 May 2019.", "AID"),
    article("Kazakhstan was host to talks of Russia and Turkey on 4 May 2019.", "CONSULT"),
    # the day of what is said is not the day of saying it
    article("UNICEF says 900 children have fled Idlib since 4 May 2019."),
    article("UNICEF expressed grave concern over the winter in Idlib on 4 May 2019.", "STATEMENT"),
    # a perfect infinitive is done
    article(
        "Israel is believed to have carried out the strike on Palmyra on 4 May 2019.", "ASSAULT"
    ),
    # what is announced is the object of its verb
    article(
        "Japan announced new sanctions on 4 May 2019 against two firms, both of whom trade in"
        " fuel that reaches Syria.",
        "SANCTION",
    ),
    # talks that begin on a weekday are still to come, though no day of the text is known
    article("Talks between Russia and Turkey begin in Ankara on Monday.", "CONSULT:planned"),
    # "not" inside what is said denies no saying
    article('"The roads are worse, not better," Filippo Grandi said.', "STATEMENT"),
    # what is established in a camp may be a clinic, or a plight
    report("A difficult humanitarian situation is being established in camps near Rukban."),
    report("A clinic was established in a camp near Rukban on 4 May 2019.", "AID"),
    # a passive tells its act, whoever did it
    article("Eleven agreements on trade were signed during the visit.", "AGREE"),
    article("A first group of detainees was freed under the deal.", "CONCEDE"),
    # but behind "to" it is what is asked for
    article("UNICEF called for the raid to be investigated as a war crime.", "REQUEST:called_for"),
    # none of a long list may do it
    article("None of Russia, China, the United States, Britain and France may veto a draft."),
    # a line of a table
    article("In contact with UNHCR, waiting for registration 57,468"),
    # an army that pushes on asks for nothing
    article("The Syrian army pushed further along the road on Monday."),
    article("The Syrian army took six villages on Monday.", "ASSAULT"),
    # a welcome that is given to a deal makes none
    article("Josep Borrell gave the deal a cautious welcome.", "SUPPORT"),
)
