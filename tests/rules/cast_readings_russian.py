"""Who does what to whom in Russian sentences: the actors of one event each, no more."""

from tests.rules.cast_readings import CastReading, cast

RUSSIAN_CAST_READINGS: tuple[CastReading, ...] = (
    cast(
        "talks-of-two-ministers-in-russian",
        "В Анкаре прошли переговоры министров иностранных дел России и Турции Сергея Лаврова и"
        " Мевлюта Чавушоглу.",
        "CONSULT",
        "sergei-lavrov:p",
        "mevlut-cavusoglu:p",
    ),
    cast(
        "where-he-met-in-russian",
        "Глава МИД Ирана Мохаммад Джавад Зариф прибыл в Дамаск, где встретился с Башаром Асадом.",
        "CONSULT",
        "mohammad-javad-zarif:p",
        "bashar-al-assad:p",
    ),
    cast(
        "sanctions-of-a-capital-in-russian",
        "Вашингтон ввел санкции против Сирии.",
        "SANCTION",
        "usa:s",
        "syr:t",
    ),
    cast(
        "aviation-of-a-state-in-russian",
        "Израильская авиация нанесла удар по аэропорту Дамаска.",
        "ASSAULT",
        "israeli-air-force:s",
    ),
    cast(
        "called-on-two-states-in-russian",
        "Генсек ООН Антониу Гутерреш призвал Турцию и Сирию к сдержанности.",
        "REQUEST",
        "antonio-guterres:s",
        "tur:t",
        "syr:t",
    ),
    cast(
        "accused-another-in-russian",
        "Израиль обвинил Иран в переброске ракет в Ливан.",
        "ACCUSE",
        "isr:s",
        "irn:t",
    ),
    cast(
        "an-envoy-with-office-and-seat-in-russian",
        "Постпред России при ООН Василий Небензя отверг обвинения США.",
        "REJECT",
        "vasily-nebenzya:s",
        "usa:t",
    ),
    cast(
        "shelled-positions-in-russian",
        "Боевики «Джебхат ан-Нусра» обстреляли позиции сирийской армии в Латакии.",
        "ASSAULT",
        "jabhat-al-nusra:s",
        "syrian-arab-army:t",
    ),
    cast(
        "between-two-capitals-signed-in-russian",
        "Между Москвой и Дамаском подписано соглашение о поставке пшеницы.",
        "AGREE",
        "rus:p",
        "government-of-syria:p",
    ),
    cast(
        "congratulated-in-russian",
        "Президент Белоруссии Александр Лукашенко поздравил Башара Асада с победой на выборах.",
        "SUPPORT",
        "alexander-lukashenko:s",
        "bashar-al-assad:t",
    ),
    cast(
        "two-states-condemn-in-russian",
        "США и Великобритания осудили Сирию за обстрел Алеппо.",
        "ACCUSE",
        "usa:s",
        "gbr:s",
        "syr:t",
    ),
)
