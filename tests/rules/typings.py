"""Which types of events short texts tell, and how: all that they tell, and nothing else."""

from dataclasses import dataclass

from tests.rules.told import DAILY, DAILY_RU, REPORT


@dataclass(frozen=True)
class Typing:
    """A text and the types of all its events.

    Attributes:
        text: A sentence or a few.
        types: PLOVER types, with `:modality` where it is not `happened`; empty where the text
            tells no event.
        title: First line of a bulletin; None for an article.
    """

    text: str
    types: tuple[str, ...]
    title: str | None = None

    @property
    def kind(self) -> str:
        """`article` or `bulletin`."""
        return "bulletin" if self.title else "article"


def article(text: str, *types: str) -> Typing:
    """What an article tells."""
    return Typing(text, types)


def daily(text: str, *types: str) -> Typing:
    """What a bulletin of the Russian centre tells."""
    return Typing(text, types, DAILY)


def daily_ru(text: str, *types: str) -> Typing:
    """What a Russian bulletin tells."""
    return Typing(text, types, DAILY_RU)


def report(text: str, *types: str) -> Typing:
    """What a situation report of an agency tells."""
    return Typing(text, types, REPORT)


TYPINGS: tuple[Typing, ...] = (
    # parties confer
    article("Iranian and Turkish diplomats sat down for talks in Baku on 4 May 2019.", "CONSULT"),
    article("The emir of Qatar flew to Ankara for talks with Erdogan on 4 May 2019.", "CONSULT"),
    article("Sergei Lavrov phoned his Turkish counterpart on 4 May 2019.", "CONSULT"),
    article("Geir Pedersen was received by Walid Muallem in Damascus.", "CONSULT"),
    article("Putin and Erdogan are due to meet in Sochi next week.", "CONSULT:planned"),
    article("Erdogan cancelled his visit to Washington on 4 May 2019.", "REJECT"),
    article("The talks between Russia and Turkey collapsed on 4 May 2019.", "REJECT"),
    # they agree, help, work together, give in
    article("Iraq and Syria inked a deal on gas on 4 May 2019.", "AGREE"),
    article("A truce between Turkey and Russia went into force on 4 May 2019.", "AGREE"),
    article("Jordan reopened its embassy in Damascus on 4 May 2019.", "COOPERATE"),
    article("Syria and Iran launched a joint bank on 4 May 2019.", "COOPERATE"),
    article("Norway donated $12 million for schools in Syria on 4 May 2019.", "AID"),
    article("Iran shipped wheat to Latakia on 4 May 2019.", "AID"),
    article("China will send 150,000 vaccine doses to Syria.", "AID:planned"),
    article("Germany pledged 300 million euros for refugees on 4 May 2019.", "PROMISE:promised"),
    article("The European Union eased sanctions on Syrian banks on 4 May 2019.", "CONCEDE"),
    article("Hayat Tahrir al-Sham set free nine captives on 4 May 2019.", "CONCEDE"),
    article("Bashar al-Assad issued an amnesty on 4 May 2019.", "CONCEDE"),
    article("Turkish troops pulled out of Morek on 4 May 2019.", "RETREAT"),
    article("Rebels laid down their arms in Douma on 4 May 2019.", "RETREAT"),
    article("Iran backed the Syrian position on 4 May 2019.", "SUPPORT"),
    article("Oman recognised the new government of Syria on 4 May 2019.", "SUPPORT"),
    # they ask, blame, refuse, threaten
    article("Egypt urged Turkey to halt its offensive on 4 May 2019.", "REQUEST:called_for"),
    article("Syria lodged a complaint against Israel on 4 May 2019.", "ACCUSE"),
    article("France blamed Damascus for the gas attack.", "ACCUSE"),
    article("Turkey refused to withdraw from Idlib.", "REJECT"),
    article("China and Russia blocked the draft resolution on 4 May 2019.", "REJECT"),
    article("Israel threatened to strike Iranian bases in Syria.", "THREATEN"),
    article("Turkey gave the Syrian army an ultimatum on 4 May 2019.", "THREATEN"),
    # they press, move forces, strike
    article("Hundreds of residents marched through Suwayda on 4 May 2019.", "PROTEST"),
    article("Shopkeepers in Daraa went on strike on 4 May 2019.", "PROTEST"),
    article("Washington blacklisted two Syrian businessmen on 4 May 2019.", "SANCTION"),
    article("Britain expelled the Syrian ambassador on 4 May 2019.", "SANCTION"),
    article("Turkey massed tanks along the border on 4 May 2019.", "MOBILIZE"),
    article("The USS Truman entered the Mediterranean on 4 May 2019.", "MOBILIZE"),
    article("Security forces rounded up dozens of people in Douma on 4 May 2019.", "COERCE"),
    article("A court in Koblenz jailed a former colonel for life on 4 May 2019.", "COERCE"),
    article("Warplanes pounded Saraqib on 4 May 2019.", "ASSAULT"),
    article("A car bomb went off in Azaz on 4 May 2019.", "ASSAULT"),
    article("Gunmen ambushed a bus near Palmyra on 4 May 2019.", "ASSAULT"),
    article("A drone crashed into a base near Hasakah on 4 May 2019.", "ASSAULT"),
    article("The army recaptured Kafr Nabl on 4 May 2019.", "ASSAULT"),
    article("Seven people were killed in a raid on Ariha on 4 May 2019.", "ASSAULT"),
    article("Israel shelled Quneitra on 4 May 2019. Three soldiers were killed.", "ASSAULT"),
    # who acts has no name
    article("The two sides accused each other of breaking the truce.", "ACCUSE"),
    article("They demanded that the blockade be lifted.", "REQUEST:called_for"),
    article("The guarantors welcomed the return of 200 families.", "SUPPORT"),
    article("Food was delivered to Deir ez-Zor.", "AID"),
    article("Two activists were released in the village of Kafranbel.", "CONCEDE"),
    article("An agreement was reached in Ankara.", "AGREE"),
    article("Shelled were two villages near Saraqib.", "ASSAULT"),
    article("Продовольствие доставлено в Дейр-эз-Зор.", "AID"),
    # what is demanded has not happened, nor what a statement condemns
    article("Moscow insisted that Turkey withdraw.", "REQUEST:called_for"),
    article("Israel demanded Iranian forces withdraw from Daraa.", "REQUEST:called_for"),
    article("Guterres issued a statement condemning the strikes on Homs.", "ACCUSE"),
    # what kind of town, what stood in the way, what will be ready
    article("The convoy with food reached besieged Zabadani on 4 May 2019.", "AID"),
    article("Syria described the raid as a crime.", "ACCUSE"),
    article("Putin called the talks constructive.", "SUPPORT"),
    article("Families of those who were hurt got food from Iran on 4 May 2019.", "AID"),
    article("Mobile teams treated patients in Homs on 4 May 2019.", "AID"),
    article("Two towns surrounded by rebels in northern Syria are short of bread."),
    article("Water is delivered by lorry in Qamishli."),
    article("The epidemic did not allow a meeting in Sochi."),
    article("The plants should be ready within three years."),
    article("The quake that hit Aleppo on 4 May 2019 was felt in Homs."),
    # no event
    article("Turkey hosts 3.6 million Syrians."),
    article("The mountain town lies on the border with Lebanon."),
    article("If Turkey attacked Kobani, Russia would lose face."),
    article("The film about the bombing of Aleppo won a prize."),
    article("Asked about oil, the minister smiled."),
    article("Oil prices went up on 4 May 2019."),
    article("No agreement was signed by Russia and Turkey."),
    # Russian articles
    article("Глава МИД России Сергей Лавров 4 мая 2019 года прибыл с визитом в Анкару.", "CONSULT"),
    article("Иран и Сирия 4 мая 2019 года заключили договор о торговле.", "AGREE"),
    article("Израиль 4 мая 2019 года нанес удары по Дамаску.", "ASSAULT"),
    article("Турция 4 мая 2019 года перебросила танки к границе.", "MOBILIZE"),
    article("Евросоюз 4 мая 2019 года продлил санкции против Сирии.", "SANCTION"),
    article("Китай передал Сирии партию вакцины.", "AID"),
    article("Франция 4 мая 2019 года выслала двух сирийских дипломатов.", "SANCTION"),
    article("Боевики 4 мая 2019 года захватили село Мурек.", "ASSAULT"),
    article("Германия пообещала выделить 20 млн евро.", "PROMISE:promised"),
    article("Анкара призвала Москву прекратить огонь.", "REQUEST:called_for"),
    article("Жители Сувейды 4 мая 2019 года вышли на митинг.", "PROTEST"),
    article("Турция не подписала соглашение с Россией."),
    # bulletins
    daily("Russian military doctors saw 64 residents of Aleppo.", "AID"),
    daily("A convoy of 12 trucks arrived in Douma.", "AID"),
    daily("The sappers found and destroyed 31 explosive objects."),
    daily("Engineers blew up 12 mines near Palmyra."),
    daily("No new agreements on joining the ceasefire were signed."),
    daily("One of the settlements in Homs province joined the ceasefire.", "AGREE"),
    daily("Bread was given out to residents of Duma.", "AID"),
    daily("Militants fired mortars at positions of the army near Safsafa.", "ASSAULT"),
    daily("A rocket hit a post near Marea on 4 May. One soldier was killed.", "ASSAULT"),
    daily("Talks with elders of three villages went on.", "CONSULT"),
    daily("The Government of Syria approved 2 billion pounds for the repair of schools.", "AID"),
    daily("Another humanitarian action will be held in Homs tomorrow.", "AID:planned"),
    report("WFP reached 41,000 people with bread.", "AID"),
    report("Canada contributed CAD 5 million.", "AID"),
    report("A donor pledged USD 2 million on 4 May.", "PROMISE:promised"),
    report("WHO flew 3 tons of medical kits to Qamishli.", "AID"),
    report("An inter-agency convoy of 20 trucks left for Menbij.", "AID"),
    report("UNICEF appealed for US$ 40 million.", "REQUEST:called_for"),
    report("9,000 people took part in sessions on the risk of mines."),
    report("Half of the schools in the camp are closed."),
    daily_ru("Российские военные врачи осмотрели 34 жителя.", "AID"),
    daily_ru("К режиму прекращения огня присоединились два села.", "AGREE"),
    daily_ru("20 машин с продуктами прибыли в Дейр-эз-Зор.", "AID"),
    daily_ru("Саперы обнаружили и уничтожили 40 взрывоопасных предметов."),
    daily_ru("Боевики обстреляли село Наххаль.", "ASSAULT"),
    daily_ru("Япония выделила 5 млн долларов.", "AID"),
    daily_ru("Германия обещала 10 млн евро.", "PROMISE:promised"),
)
