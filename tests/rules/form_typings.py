"""What is told in other forms than its plain one: turned round, parted, by nouns."""

from tests.rules.typings import article

# A form of each aspect, tense and voice, and what it makes of the act.
_RUSSIAN_PARADIGM = {
    "подписал": "AGREE",
    "подписывал": "AGREE",
    "подписывает": "AGREE",
    "подпишет": "AGREE:planned",
    "будет подписывать": "AGREE:planned",
    "намерен в ближайшее время подписать": "AGREE:planned",
    "решил подписать": "AGREE:planned",
    "может вновь подписать": "AGREE:planned",
    "должен подписать": "AGREE:called_for",
    "смог подписать": "AGREE",
    "не подписывал": None,
    "не подпишет": None,
    "не смог подписать": None,
}
RUSSIAN_PARADIGM = tuple(
    article(f"4 мая 2019 года Ирак {form} соглашение с Иорданией.", *([told] if told else []))
    for form, told in _RUSSIAN_PARADIGM.items()
)

FORM_TYPINGS = (
    *RUSSIAN_PARADIGM,
    # in Russian, forms that the dictionary does not list
    article("4 мая 2019 года Ирак освобождал пленных.", "CONCEDE"),
    article("4 мая 2019 года армия Ирака захватывала село в провинции Ракка.", "ASSAULT"),
    article("Ирак созвал людей, чтобы освободить пленных."),
    article("4 мая 2019 года доклад вызвал обвинения."),
    # AGREE
    article("A ceasefire in Daraa was announced by Jordan on 4 May 2019.", "AGREE"),
    article("Under a deal between Turkey and Russia the town was spared.", "AGREE"),
    article("Consent to the exchange was given by Russia on 4 May 2019.", "AGREE"),
    article("Russia wants a deal between Turkey and Syria."),
    # CONSULT
    article("Assad visited the power station on 4 May 2019.", "CONSULT"),
    article("The Security Council convened on 4 May 2019 to consider the crisis.", "CONSULT"),
    article("В пятницу Турция вызвала посла Сирии.", "CONSULT"),
    # CONCEDE
    article("The militants let 30 women go in Idlib on 4 May 2019.", "CONCEDE"),
    article("Sanctions on the banks and airlines of Syria were eased on 4 May 2019.", "CONCEDE"),
    article("The Treasury issued immediate sanctions relief for Syria on 4 May 2019.", "CONCEDE"),
    article("Japan announced broad sanctions relief for Syria on 4 May 2019.", "CONCEDE"),
    # AID
    article("Russia supplied Syria with missiles on 4 May 2019.", "AID"),
    article("UNHCR helped 400 families to return to Homs on 4 May 2019.", "AID"),
    # RETREAT
    article("Hundreds of refugees left Lebanon on 4 May 2019.", "RETREAT"),
    article("Fighters of Ahrar al-Sham went to Idlib on 4 May 2019.", "RETREAT"),
    article("The patrols were stopped by Russia on 4 May 2019.", "RETREAT"),
    # REQUEST
    article("Turkey put pressure on Russia on 4 May 2019.", "REQUEST:called_for"),
    # REJECT
    article("Turkey turned the plan of Russia down on 4 May 2019.", "REJECT"),
    article("Fighters opposed to Assad live in Idlib."),
    # MOBILIZE
    article("Russia stepped up security measures in Manbij on 4 May 2019.", "MOBILIZE"),
    # COERCE
    article("The crossing, which had been shut for years, lies near Daraa."),
    # ASSAULT
    article("The American military killed an IS leader in Idlib on 4 May 2019.", "ASSAULT"),
    article("Israel seized Mount Hermon on 4 May 2019.", "ASSAULT"),
    # PROMISE
    article("Russia confirmed its readiness to rebuild Aleppo on 4 May 2019.", "PROMISE:promised"),
    # by words of their own class
    article("Sergei Lavrov travelled on to Amman on 4 May 2019.", "CONSULT"),
    article("UNICEF scaled up its food assistance in Raqqa on 4 May 2019.", "AID"),
    article("7 мая армия вступила в тяжелые бои с повстанцами.", "ASSAULT"),
    article("7 мая повстанцы взяли Хомс.", "ASSAULT"),
    article("7 мая журналисты взяли интервью."),
    article("7 мая боевики пытались напасть на блокпост в Тартусе.", "ASSAULT"),
    article("UNHCR asked that no refugee be deported.", "REQUEST:called_for"),
    article("On Friday air strikes put the airport of Damascus out of service.", "ASSAULT"),
    article("A truce in Daraa was announced by Jordan, after days of unrest.", "AGREE"),
    article("Jordan will try all who were responsible for the attack."),
)
