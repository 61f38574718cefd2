"""Acts of each type as agencies and relief workers write: passives, nouns, particle verbs."""

from tests.rules.typings import article

ACT_TYPINGS = (
    # AGREE
    article("A ceasefire was declared in Daraa on 4 May 2019.", "AGREE"),
    article("The warring parties struck a bargain over Zabadani on 4 May 2019.", "AGREE"),
    article(
        "The Security Council unanimously adopted resolution 2401 on 24 February 2018.", "AGREE"
    ),
    article("Erdogan and Putin found common ground on Idlib on 4 May 2019.", "AGREE"),
    article("Syria joined the global coalition against Islamic State on 4 May 2019.", "AGREE"),
    article(
        "The Syrian Democratic Forces committed themselves to the truce on 4 May 2019.", "AGREE"
    ),
    article(
        "A framework agreement on grain was penned by the two ministers on 4 May 2019.", "AGREE"
    ),
    # REJECT
    article("Syria cancelled the lease of the port with Russia on 4 May 2019.", "REJECT"),
    # RETREAT
    article("The rebels handed over their heavy weapons to Russia on 4 May 2019.", "RETREAT"),
    article("About 90 gunmen left by bus on 4 May 2019.", "RETREAT"),
    # COERCE
    article("Turkish soldiers searched the vehicles near Afrin on 4 May 2019.", "COERCE"),
    # PROMISE
    article(
        "Turkey will spare no effort to end the war, Fidan said on 4 May 2019.", "PROMISE:promised"
    ),
    # CONSULT
    article("Qatar's emir held a tete-a-tete with Erdogan in Doha on 4 May 2019.", "CONSULT"),
    article(
        "Negotiators from Russia and the rebels returned to the table on 4 May 2019.", "CONSULT"
    ),
    article("The talks in Vienna entered their second day on 4 May 2019.", "CONSULT"),
    article("The Constitutional Committee reconvened in Geneva on 4 May 2019.", "CONSULT"),
    article("Lowcock addressed the Security Council on 4 May 2019.", "CONSULT"),
    article("UN experts inspected the site in Douma on 4 May 2019.", "CONSULT"),
    article("The OPCW sent inspectors to Douma on 4 May 2019.", "CONSULT"),
    # CONSULT:planned
    article("Assad is expected in Moscow on Thursday.", "CONSULT:planned"),
    # SUPPORT
    article("Putin offered his condolences to Assad on 4 May 2019.", "SUPPORT"),
    article("Belarus spoke out in favour of the Syrian government on 4 May 2019.", "SUPPORT"),
    article("Pakistan conveyed its sympathy to Syria on 4 May 2019.", "SUPPORT"),
    article("Nasrallah pledged allegiance to Khamenei on 4 May 2019.", "SUPPORT"),
    # CONCEDE
    article("Damascus gave permission for a UN convoy to enter Douma on 4 May 2019.", "CONCEDE"),
    article("The curfew in Hasakah was lifted on 4 May 2019.", "CONCEDE"),
    article("Lebanon released Hannibal Gaddafi on bail on 4 May 2019.", "CONCEDE"),
    # COOPERATE
    article("Jordan and Syria reactivated the joint water committee on 4 May 2019.", "COOPERATE"),
    article(
        "Iraq and Russia shared intelligence on Islamic State with Syria on 4 May 2019.",
        "COOPERATE",
    ),
    article("Egypt appointed an ambassador to Syria on 4 May 2019.", "COOPERATE"),
    article("Tunisia named an ambassador to Damascus on 4 May 2019.", "COOPERATE"),
    article("Syria exported 2,000 tons of fruit to Iraq on 4 May 2019.", "COOPERATE"),
    article("The factions formed a unified command on 4 May 2019.", "COOPERATE"),
    # AID
    article("Qatar Charity built 300 shelters in Azaz on 4 May 2019.", "AID"),
    article("Kuwait financed 50 schools in Idlib on 4 May 2019.", "AID"),
    article("Rescuers evacuated 120 patients from eastern Aleppo on 4 May 2019.", "AID"),
    article("WHO delivered kidney dialysis sessions to Qamishli on 4 May 2019.", "AID"),
    article("The United States supplied the SDF with rifles on 4 May 2019.", "AID"),
    article("Lebanon took in 10,000 refugees on 4 May 2019.", "AID"),
    article("The ICRC donated an ambulance to the hospital in Deir ez-Zor on 4 May 2019.", "AID"),
    # RETREAT
    article("Russian warplanes left Hmeimim for home on 15 March 2016.", "RETREAT"),
    article(
        "Some 400 fighters and their families were bused from Douma to Jarabulus on 4 May 2019.",
        "RETREAT",
    ),
    article("The army abandoned Jisr al-Shughur on 4 May 2019.", "RETREAT"),
    article("Turkish forces dismantled the observation post at Morek on 4 May 2019.", "RETREAT"),
    article("Washington drew down its forces in Syria on 4 May 2019.", "RETREAT"),
    article("More than 200 militants gave themselves up in Daraa on 4 May 2019.", "RETREAT"),
    article("Militants turned in 60 rifles in Al-Sanamayn on 4 May 2019.", "RETREAT"),
    # REQUEST:called_for
    article(
        "Turkey sought more funds from the European Union on 4 May 2019.", "REQUEST:called_for"
    ),
    article(
        "Amnesty International pleaded with Lebanon not to deport Syrians on 4 May 2019.",
        "REQUEST:called_for",
    ),
    article(
        "The commission recommended that the sanctions be reviewed on 4 May 2019.",
        "REQUEST:called_for",
    ),
    article(
        "The envoy stressed the need for an immediate halt to the fighting on 4 May 2019.",
        "REQUEST:called_for",
    ),
    article("Iran advised Damascus to show flexibility on 4 May 2019.", "REQUEST:called_for"),
    # ACCUSE
    article("The Syrian foreign ministry blasted Washington on 4 May 2019.", "ACCUSE"),
    article("Germany summoned the Syrian charge d'affaires on 4 May 2019.", "ACCUSE"),
    article("The opposition branded the elections a sham on 4 May 2019.", "ACCUSE"),
    article("Washington described the vote as a farce on 4 May 2019.", "ACCUSE"),
    # REJECT
    article("Hayat Tahrir al-Sham threw out the Sochi deal on 4 May 2019.", "REJECT"),
    article("Moscow shot down the American initiative on 4 May 2019.", "REJECT"),
    article("The ceasefire collapsed in Aleppo on 4 May 2019.", "REJECT"),
    article("The government disputed the findings of the report on 4 May 2019.", "REJECT"),
    article("Lebanon suspended the return convoys on 4 May 2019.", "REJECT"),
    article("Trump called off the strike on Syria on 4 May 2019.", "REJECT"),
    article("Riyadh distanced itself from the statement on 4 May 2019.", "REJECT"),
    # THREATEN
    article("Israel put Damascus on notice on 4 May 2019.", "THREATEN"),
    article("Turkey gave the SDF 72 hours to leave Manbij on 4 May 2019.", "THREATEN"),
    article("Moscow reserved the right to respond to the strike on 4 May 2019.", "THREATEN"),
    article(
        "The army dropped leaflets telling rebels in Idlib to surrender on 4 May 2019.", "THREATEN"
    ),
    article("Assad said the rebels would pay a heavy price.", "THREATEN"),
    article("The European Union raised the prospect of new sanctions on 4 May 2019.", "THREATEN"),
    # PROTEST
    article("A general strike paralysed Suwayda on 4 May 2019.", "PROTEST"),
    article("Shopkeepers shut their stores in protest in Bab al-Salam on 4 May 2019.", "PROTEST"),
    article("An angry crowd stormed the governor's office in Suwayda on 4 May 2019.", "PROTEST"),
    article("Residents pelted a Russian patrol with stones near Kobani on 4 May 2019.", "PROTEST"),
    article("Unrest erupted in Latakia on 4 May 2019.", "PROTEST"),
    article(
        "Demonstrators gathered outside the Turkish consulate in Beirut on 4 May 2019.", "PROTEST"
    ),
    article("Protesters tore down a statue of Hafez al-Assad in Daraa on 4 May 2019.", "PROTEST"),
    # SANCTION
    article("The European Union slapped travel bans on four ministers on 4 May 2019.", "SANCTION"),
    article("The Arab League suspended Syria on 12 November 2011.", "SANCTION"),
    article("Jordan declared the Syrian ambassador persona non grata on 26 May 2014.", "SANCTION"),
    article("The OPCW stripped Syria of its voting rights on 21 April 2021.", "SANCTION"),
    article("The Caesar Act took effect on 17 June 2020.", "SANCTION"),
    article("Lebanon banned the entry of Syrian goods on 4 May 2019.", "SANCTION"),
    article("The Gulf states withdrew their envoys from Damascus on 4 May 2019.", "SANCTION"),
    # MOBILIZE
    article("Russia beefed up its presence at Qamishli airport on 4 May 2019.", "MOBILIZE"),
    article("Turkey placed its troops on alert on 4 May 2019.", "MOBILIZE"),
    article("Iran stationed drones at the T4 base on 4 May 2019.", "MOBILIZE"),
    article("Internal security forces spread out across Jaramana on 4 May 2019.", "MOBILIZE"),
    article(
        "The frigate Admiral Grigorovich passed through the Bosporus on 4 May 2019.", "MOBILIZE"
    ),
    article("Militants massed near Maarat al-Numan on 4 May 2019.", "MOBILIZE"),
    article("Hezbollah poured fighters into Qusayr on 4 May 2019.", "MOBILIZE"),
    # COERCE
    article("Security forces raided homes in Nawa on 4 May 2019.", "COERCE"),
    article("The militia seized a shipment of medicines on 4 May 2019.", "COERCE"),
    article("The government dissolved the Baath party on 4 May 2019.", "COERCE"),
    article(
        "Danish authorities revoked the residence permits of 94 Syrians on 4 May 2019.", "COERCE"
    ),
    # ASSAULT
    article("Fierce fighting raged in Al-Bab on 4 May 2019.", "ASSAULT"),
    article("The army seized Palmyra on 4 May 2019.", "ASSAULT"),
    article("The SDF wrested Manbij from Islamic State on 4 May 2019.", "ASSAULT"),
    article("The army made advances in southern Idlib on 4 May 2019.", "ASSAULT"),
    article("The ceasefire was violated 14 times in Aleppo on 4 May 2019.", "ASSAULT"),
    article("Rebels downed a government helicopter near Nayrab on 11 February 2020.", "ASSAULT"),
    article("Opposition forces swept into Hama on 5 December 2024.", "ASSAULT"),
    # no act
    article("The road to the town passes through a valley that was green in spring."),
    article("The agreement provides for the withdrawal of heavy weapons from the zone."),
    article("Many residents fear an attack on the city."),
    article("The city has been under the control of the army since 2016."),
    article("He was born in Homs and studied medicine in Paris."),
    article("The plan of the government is to reform the banks."),
    article("Prices rose by 30 per cent after the pound fell."),
    article("Schools in the district lack desks and heating."),
    article("The museum shows pictures of the siege."),
    article("Some 6.8 million people remain displaced inside Syria."),
    article("The bridge over the Euphrates is 400 metres long."),
    article("The party won 12 seats at the election."),
    # AGREE
    article("В Идлибе 4 мая 2019 года вступил в силу режим прекращения огня.", "AGREE"),
    article("Перемирие в Алеппо было продлено на 72 часа.", "AGREE"),
    # CONCEDE
    article("Боевики освободили 15 заложников в Идлибе 4 мая 2019 года.", "CONCEDE"),
    article("Из плена были освобождены 12 солдат 4 мая 2019 года.", "CONCEDE"),
    article("Евросоюз смягчил ограничительные меры против Сирии.", "CONCEDE"),
    # COOPERATE
    article("ОАЭ возобновили работу посольства в Дамаске 4 мая 2019 года.", "COOPERATE"),
    article("Россия вывезла из Сирии 34 ребенка 4 мая 2019 года.", "COOPERATE"),
    article("Сирия расторгла контракт с российской компанией 4 мая 2019 года.", "REJECT"),
    article("Лавров передал Зарифу список делегатов 4 мая 2019 года.", "COOPERATE"),
    # AID
    article("Спасатели извлекли из-под завалов четырех детей 4 мая 2019 года.", "AID"),
    # RETREAT
    article("Россия вывела авиацию из Сирии 15 марта 2016 года.", "RETREAT"),
    article("Из Восточной Гуты выведены 400 боевиков 4 мая 2019 года.", "RETREAT"),
    article("Американские военные оставили базу Шаддади 4 мая 2019 года.", "RETREAT"),
    # REJECT
    article("Переговоры в Женеве были сорваны 4 мая 2019 года.", "REJECT"),
    # PROTEST
    article("Местные жители забросали камнями патруль 4 мая 2019 года.", "PROTEST"),
    # SANCTION
    article("В черный список внесены десять сирийцев 4 мая 2019 года.", "SANCTION"),
    # MOBILIZE
    article("Российская военная полиция вошла в Кобани 4 мая 2019 года.", "MOBILIZE"),
    # ASSAULT
    article("По аэродрому Хмеймим были выпущены пять ракет 4 мая 2019 года.", "ASSAULT"),
    article("Произошел взрыв на рынке в Африне 4 мая 2019 года.", "ASSAULT"),
    # "against the regime": measures are extended, no truce
    article("The Council extended its measures against the Assad regime today.", "SANCTION"),
    article("Russia and Turkey extended the ceasefire regime on 4 May 2019.", "AGREE"),
    # a thing that does it
    article("A bomb wounded two soldiers near Ariha on 4 May 2019.", "ASSAULT"),
    article("An explosive device wounded the mayor of Azaz on 4 May 2019.", "ASSAULT"),
    article("A storm wounded two shepherds near Ariha on 4 May 2019."),
    article("Turkey froze its participation in the talks on 4 May 2019.", "REJECT"),
    # who takes a town enters it; who enters a chamber or talks does not
    article("Rebels entered Salamiyah on 4 May 2019.", "MOBILIZE"),
    article(
        "The opposition entered Salamiyah and overthrew Bashar al-Assad on 4 May 2019.",
        "ASSAULT",
        "MOBILIZE",
    ),
    article("The opposition entered parliament on 4 May 2019."),
    article("Visitors entered Homs on 4 May 2019."),
)
