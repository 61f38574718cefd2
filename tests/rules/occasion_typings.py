"""Which sentences tell an act at all: names of meetings, what is considered, known, supposed."""

from tests.rules.typings import Typing, article, report

OCCASION_TYPINGS: tuple[Typing, ...] = (
    # a meeting that has a name begins, opens, ends
    article("The Sochi Peace Congress began on 4 May 2019.", "CONSULT"),
    article("The Brussels Conference ended on 4 May 2019.", "CONSULT"),
    article("The Brussels Conference is a mere setting."),
    # the noun phrase behind a place has no preposition of its own
    article("In Geneva the talks began on 4 May 2019.", "CONSULT"),
    article("At the palace in Damascus the meeting took place on 4 May 2019.", "CONSULT"),
    # who acts there is the meeting
    article("The congress condemned the strikes of Israel.", "ACCUSE"),
    # a relative clause of place tells no visit
    article("Меры приняты накануне визита в Москву, где у него намечены встречи."),
    article("Второй раунд начнется 4 мая 2030 года.", "CONSULT:planned"),
    # behind the relative clause the main one goes on
    article("A roadmap that is to end the crisis has been adopted, Sergei Lavrov said.", "AGREE"),
    article("A roadmap that ends the crisis would cost money."),
    # a verb of considering makes a plan of the form in -ing
    article("Turkey is considering sending more troops to Idlib.", "MOBILIZE:planned"),
    article("Qatar will help Syria to pay its teachers.", "AID:planned"),
    article("The raids helped Russia to weaken Turkey."),
    article("UNICEF is to administer the fund for Homs.", "COOPERATE:planned"),
    article("UNICEF wants to administer justice."),
    # what a paper says, what one would do, which people one means
    article(
        "France presented a draft under which the rights of Syria are suspended.",
        "REQUEST:called_for",
    ),
    article("The OPCW suspended the rights of Syria on 4 May 2019.", "SANCTION"),
    article("В субботу ОЗХО ограничила права Сирии.", "SANCTION"),
    article("The EU would lift its sanctions on Syria if reforms were made."),
    article("Turkey would withdraw its troops from Idlib if the shelling ended."),
    article("Sergei Lavrov criticised those who oppose Bashar al-Assad.", "ACCUSE"),
    article("Qatar supported rebels who fought against Bashar al-Assad.", "SUPPORT"),
    article(
        "Antonio Guterres demanded that those who broke the law be called to account.",
        "REQUEST:called_for",
    ),
    # how things stand
    report("In Homs houses and roads are damaged."),
    article("His convoy drove to the Al-Shaab Palace in Damascus."),
    article("Saudi Arabia has left the door open for talks with Syria."),
    # an agreement that others keep
    article(
        "As part of its agreement with Turkey, Russia delivered 20 tanks to Idlib on 4 May 2019.",
        "AID",
    ),
    # the thanks are what is said
    article('"We thank Qatar for the flour," Bashar al-Assad said.', "SUPPORT"),
    article("Bashar al-Assad called the vote in Geneva a lifeline.", "SUPPORT"),
    article("Сергей Лавров назвал встречу в Женеве успешной.", "SUPPORT"),
    article("Жозеп Боррель назвал встречу в Дамаске преждевременной.", "ACCUSE"),
    # what set the town on fire
    article("Fires broke out in Homs after an attack by Israel.", "ASSAULT"),
    article("Sergei Lavrov met Bashar al-Assad in Damascus after strikes by Israel.", "CONSULT"),
    # two rejections are two acts
    article(
        "MOSCOW, January 10, 2020. /TASS/. The UN Security Council rejected an amendment of Russia."
        " In March 2014 the Council had"
        " failed to renew the mandate.",
        "REJECT",
        "REJECT",
    ),
    article("The UN Security Council extended the cross-border operation.", "AGREE"),
    article("В Сирию отправились четыре самолета с российскими спасателями.", "AID"),
    article("Сергей Лавров отправился самолетом в отпуск."),
    # what one may not do, and what an agreement is about
    article("A draft passes where none of the five members may veto it."),
    article("On 4 May 2019 Russia and Turkey signed the withdrawal agreement.", "AGREE"),
    article("Turkey stepped in with its army in Libya on 4 May 2019.", "MOBILIZE"),
    article("Turkey stepped in at the last hour."),
    article("Israel committed a new act of aggression against Syria.", "ASSAULT"),
    article("The violence reached 200 villages and cut their roads."),
    article("The remarks have to do with the talks."),
)
