"""Who does what to whom in sentences of many styles: the actors of one event each, no more."""

from dataclasses import dataclass

ROLES = {"s": "source", "t": "target", "p": "participant"}


@dataclass(frozen=True)
class CastReading:
    """A text and the actors of one event that it tells.

    Attributes:
        name: Names the sample.
        text: An article of a sentence or two.
        event_types: PLOVER types that are right for the event.
        actors: All its actor ids with their roles.
    """

    name: str
    text: str
    event_types: frozenset[str]
    actors: frozenset[tuple[str, str]]


def cast(name: str, text: str, event_types: str, *actors: str) -> CastReading:
    """A reading whose types are parted by `|` and whose actors are written `id:role`."""
    parts = frozenset((a.rpartition(":")[0], ROLES[a.rpartition(":")[2]]) for a in actors)
    return CastReading(name, text, frozenset(event_types.split("|")), parts)


CAST_READINGS: tuple[CastReading, ...] = (
    cast(
        "a-host-and-his-counterpart",
        "Turkish Foreign Minister Hakan Fidan hosted his Syrian counterpart Asaad al-Shaibani in"
        " Ankara on Wednesday.",
        "CONSULT",
        "hakan-fidan:p",
        "asaad-al-shaibani:p",
    ),
    cast(
        "killed-in-a-raid-of-a-state",
        "Three Iranian advisers were killed in an Israeli raid on Sayyida Zeinab.",
        "ASSAULT",
        "isr:s",
        "irn:t",
    ),
    cast(
        "a-street-stands-for-a-government",
        "Downing Street condemned the Assad government for the use of chlorine in Douma.",
        "ACCUSE",
        "downing-street:s",
        "government-of-syria:t",
    ),
    cast(
        "the-parties-stand-between-noun-and-verb",
        "An agreement between Damascus and the Syrian Democratic Forces was signed on Monday.",
        "AGREE",
        "government-of-syria:p",
        "syrian-democratic-forces:p",
    ),
    cast(
        "two-capitals-act-for-their-states",
        "Riyadh and Doha promised $50 million to UNICEF.",
        "PROMISE|AID",
        "sau:s",
        "qat:s",
        "unicef:t",
    ),
    cast(
        "thanks-for-what-another-does",
        "Kazakh Foreign Minister Kairat Abdrakhmanov thanked Iran for taking part in the talks.",
        "SUPPORT",
        "kairat-abdrakhmanov:s",
        "irn:t",
    ),
    cast(
        "sanctions-against-one-imposed-by-another",
        "Sanctions against Syria were imposed by the European Union in May 2011.",
        "SANCTION",
        "european-union:s",
        "syr:t",
    ),
    cast(
        "a-relative-clause-between-subject-and-verb",
        "Moscow and Tehran, which back Damascus, rejected the American proposal.",
        "REJECT",
        "rus:s",
        "irn:s",
        "usa:t",
    ),
    cast(
        "a-house-warns-a-capital",
        "The White House warned Damascus against any new use of chemical weapons.",
        "THREATEN",
        "white-house:s",
        "government-of-syria:t",
    ),
    cast(
        "fighters-of-two-groups-shell-positions",
        "Fighters of Ahrar al-Sham and Jaysh al-Islam shelled army positions in Hama.",
        "ASSAULT",
        "ahrar-al-sham:s",
        "jaysh-al-islam:s",
        "syrian-arab-army:t",
    ),
    cast(
        "together-with-another-force",
        "Hezbollah fighters, together with the Syrian army, attacked rebels in Qusayr.",
        "ASSAULT",
        "hezbollah:s",
        "syrian-arab-army:s",
        "syrian-armed-opposition:t",
    ),
    cast(
        "two-presidents-named-behind-a-comma",
        "The two presidents, Vladimir Putin and Recep Tayyip Erdogan, agreed on a ceasefire.",
        "AGREE",
        "vladimir-putin:p",
        "recep-tayyip-erdogan:p",
    ),
    cast(
        "where-another-received-him",
        "Sheikh Abdullah bin Zayed Al Nahyan flew to Damascus, where Bashar al-Assad received him.",
        "CONSULT",
        "abdullah-bin-zayed:p",
        "bashar-al-assad:p",
    ),
    cast(
        "accused-of-what-was-done-to-itself",
        "Doctors Without Borders accused the Syrian government of bombing its hospital.",
        "ACCUSE",
        "medecins-sans-frontieres:s",
        "government-of-syria:t",
    ),
    cast(
        "talks-between-two-fail",
        "Talks between the Free Syrian Army and Russia took place in Amman on Friday.",
        "CONSULT",
        "free-syrian-army:p",
        "rus:p",
    ),
    cast(
        "a-strike-by-one-on-another",
        "A strike by Turkey on the Syrian Democratic Forces took place near Kobani.",
        "ASSAULT",
        "tur:s",
        "syrian-democratic-forces:t",
    ),
    cast(
        "a-headline-without-and",
        "Putin, Macron discuss Idlib by phone.",
        "CONSULT",
        "vladimir-putin:p",
        "emmanuel-macron:p",
    ),
    cast(
        "a-headline-with-an-infinitive",
        "Erdogan, Rouhani to meet in Sochi on Thursday.",
        "CONSULT",
        "recep-tayyip-erdogan:p",
        "hassan-rouhani:p",
    ),
    cast(
        "signed-with-a-president",
        "Mazloum Abdi signed the deal with President Ahmed al-Sharaa in Damascus.",
        "AGREE",
        "mazloum-abdi:p",
        "ahmed-al-sharaa:p",
    ),
    cast(
        "an-unknown-spokeswoman-of-an-unknown-body",
        "Lina Haddad, spokeswoman for the Orontes Relief Network, thanked Norway for its support.",
        "SUPPORT",
        "x-lina-haddad:s",
        "x-orontes-relief-network:s",
        "nor:t",
    ),
    cast(
        "an-unknown-officer",
        "Colonel Marwan Darwish met Geir Pedersen in Geneva on Friday.",
        "CONSULT",
        "x-marwan-darwish:p",
        "geir-pedersen:p",
    ),
    cast(
        "an-unknown-body-with-an-acronym",
        "The Levant Policy Forum (LPF) criticised Lebanon over the evictions.",
        "ACCUSE",
        "x-levant-policy-forum:s",
        "lbn:t",
    ),
    cast(
        "two-states-sue-a-third",
        "Canada and the Netherlands sued Syria over torture in its prisons.",
        "ACCUSE",
        "can:s",
        "nld:s",
        "syr:t",
    ),
    cast(
        "a-company-signs-with-a-state",
        "Stroytransgaz signed a contract with Syria on Monday.",
        "AGREE",
        "stroytransgaz:p",
        "syr:p",
    ),
    cast(
        "two-capitals-sign",
        "Minsk and Damascus signed a memorandum on trade.",
        "AGREE",
        "blr:p",
        "government-of-syria:p",
    ),
    cast(
        "congratulations-to-a-colleague",
        "Bashar al-Assad congratulated Xi Jinping on his re-election.",
        "SUPPORT",
        "bashar-al-assad:s",
        "xi-jinping:t",
    ),
    cast(
        "who-supports-does-not-attack",
        "Supported by Turkey, the Syrian National Army shelled Tal Rifaat.",
        "ASSAULT",
        "syrian-national-army:s",
    ),
    cast(
        "with-the-help-of-a-state",
        "With the support of Iran, the Syrian army attacked rebels in Aleppo.",
        "ASSAULT",
        "syrian-arab-army:s",
        "syrian-armed-opposition:t",
    ),
    cast(
        "behind-the-act-stands-who-helped",
        "The Syrian army attacked rebels in Aleppo with the support of Iran and then Russia.",
        "ASSAULT",
        "syrian-arab-army:s",
        "syrian-armed-opposition:t",
    ),
    cast(
        "a-possessive-meeting",
        "Staffan de Mistura's meeting with Sergei Lavrov took place in Moscow on Friday.",
        "CONSULT",
        "staffan-de-mistura:p",
        "sergei-lavrov:p",
    ),
    cast(
        "an-office-in-words-then-the-name",
        "The minister of defence of Turkey, Hulusi Akar, spoke by telephone with Lloyd Austin.",
        "CONSULT",
        "hulusi-akar:p",
        "lloyd-austin:p",
    ),
    cast(
        "together-with-in-commas",
        "Russia, together with China, vetoed the draft resolution on Friday.",
        "REJECT",
        "rus:s",
        "chn:s",
    ),
    cast(
        "a-participle-opens-the-sentence",
        "Meeting Bashar al-Assad in Damascus, Hossein Amir-Abdollahian promised help.",
        "PROMISE",
        "hossein-amir-abdollahian:s",
    ),
    cast(
        "arrested-by-the-police-of-a-state",
        "Two officers were arrested by Swedish police on Monday.",
        "COERCE",
        "swe:s",
    ),
    cast(
        "an-office-and-a-name-with-another",
        "Lebanon's prime minister, Najib Mikati, and Ahmed al-Sharaa met in Damascus on Saturday.",
        "CONSULT",
        "najib-mikati:p",
        "ahmed-al-sharaa:p",
    ),
    cast(
        "the-minister-is-the-one-before",
        "Faisal Mekdad flew to Tehran on Sunday. The minister met Ali Khamenei.",
        "CONSULT",
        "faisal-mekdad:p",
        "ali-khamenei:p",
    ),
    cast(
        "the-two-sides-are-those-of-the-talks",
        "Sergei Lavrov met Faisal Mekdad in Sochi. The two ministers signed a memorandum.",
        "AGREE",
        "sergei-lavrov:p",
        "faisal-mekdad:p",
    ),
    cast(
        "a-warning-to-a-state",
        "France issued a warning to Russia on Monday.",
        "THREATEN",
        "fra:s",
        "rus:t",
    ),
    cast(
        "handed-over-from-one-to-another",
        "Iraq handed over 40 detainees to the Syrian government on Tuesday.",
        "CONCEDE",
        "irq:s",
        "government-of-syria:t",
    ),
    cast(
        "lifted-sanctions-on-a-state",
        "Britain lifted sanctions on Syria on Thursday.",
        "CONCEDE",
        "gbr:s",
        "syr:t",
    ),
    cast(
        "a-chief-of-a-body-with-his-body-before-the-name",
        "UNHCR chief Filippo Grandi thanked Lebanon for hosting refugees.",
        "SUPPORT",
        "filippo-grandi:s",
        "lbn:t",
    ),
    cast(
        "a-delegation-led-by-a-minister",
        "A Syrian delegation led by Walid al-Moallem met Sergei Lavrov in Moscow on Monday.",
        "CONSULT",
        "syr:p",
        "walid-muallem:p",
        "sergei-lavrov:p",
    ),
    cast(
        "attacked-by-and-backed-by",
        "Government forces backed by Russia bombed Maarat al-Numan on Sunday.",
        "ASSAULT",
        "syrian-arab-army:s",
    ),
    cast(
        "exchange-between-enemies",
        "The Syrian government and Jaysh al-Islam exchanged prisoners on Thursday.",
        "CONCEDE",
        "government-of-syria:p",
        "jaysh-al-islam:p",
    ),
    cast(
        "pledge-to-those-named-behind-for",
        "Norway pledged $60 million for the White Helmets on Tuesday.",
        "PROMISE|AID",
        "nor:s",
        "white-helmets:t",
    ),
)
