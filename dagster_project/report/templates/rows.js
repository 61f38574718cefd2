// From the chosen figures and events to the rows of each chart.

// A chart's step in time, so that bars stay wide enough to see and to hit.
function stepOf(start, end) {
  const days = daysBetween(start, end);
  return days <= 100 ? "day" : days <= 4500 ? "month" : "year";
}
function binOf(day, step) {
  if (step === "day") return { start: day, end: addDays(day, 1), label: dayText(day) };
  const [year, month] = day.split("-").map(Number);
  if (step === "year") return { start: `${year}-01-01`, end: `${year + 1}-01-01`, label: String(year) };
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return { start: `${day.slice(0, 7)}-01`, end: next, label: `${MONTHS[month - 1]} ${year}` };
}
function wholeBins(chosen, step) { return { start: binOf(chosen.start, step).start, end: binOf(chosen.end, step).end }; }
function within(day, chosen) { return Boolean(day) && day >= chosen.start && day <= chosen.end; }

// Day by day. Without a place the rows of all places together, with one the rows of its governorate or itself.
function seriesPlaces() {
  if (!state.place) return (row) => row.location_id === null;
  const id = state.place.slice(2);
  if (state.place.startsWith("g:")) return (row) => places.get(row.location_id)?.location_type === "governorate" && places.get(row.location_id)?.pcode === id;
  if (state.place.startsWith("n:")) return () => false;
  return (row) => row.location_id === id;
}
function chosenSeries(chosen) {
  const here = seriesPlaces();
  return series.filter((row) => here(row) && within(row.date_day, chosen)
    && (!state.measure || row.measure === state.measure || row.flow_measure === state.measure)
    && (!state.actor || row.reported_by_actor_id === state.actor));
}
function figuresBehind(row, measure, test) {
  const exact = figures.filter((figure) => figure.measure === measure && figure.day === row.date_day
    && (figure.reporter || null) === (row.reported_by_actor_id || null) && test(figure)
    && (!row.location_id || figure.placeIds.includes(row.location_id)) && (!row.currency || figure.unit === row.currency));
  return exact;
}
// Dollars and euros of one counter are told apart.
function counterText(row) {
  return [actorText(row.reported_by_actor_id) || "counter not named", row.currency].filter(Boolean).join(", ");
}
function dailyRows(rows) {
  // Series that differ in the day that their total counts from share the figure of a day.
  const once = new Map(rows.filter((row) => row.daily_flow !== null).map((row) => [`${row.date_day}|${row.reported_by_actor_id}|${row.location_id}|${row.currency}`, row]));
  return [...once.values()].map((row, i) => {
    const who = counterText(row);
    return {
      key: i, day: time(row.date_day), date: row.date_day, value: row.daily_flow, zero: 0, who, measure: row.flow_measure,
      label: `${words(row.flow_measure)}, ${dayText(row.date_day)}: ${numberText(row.daily_flow)} (${who})`,
      behind: () => figuresBehind(row, row.flow_measure, (figure) => figure.countable),
    };
  });
}
function totalRows(rows) {
  return rows.filter((row) => row.stated_total !== null).map((row, i) => {
    const who = counterText(row);
    const test = row.implied_total === null ? "nothing to test it by"
      : row.status === "open" ? `daily figures make ${numberText(row.implied_total)}: ${row.gap > 0 ? "+" : ""}${numberText(row.gap)} is open`
      : row.status === "not_testable" ? `${numberText(row.implied_total)} by the daily figures at hand, days are missing` : "as the daily figures make it";
    return {
      key: i, day: time(row.date_day), date: row.date_day, value: row.stated_total, implied: row.implied_total, status: row.status, who, series: row.series, test,
      label: `${words(row.measure)}, running total ${dayText(row.date_day)}: ${numberText(row.stated_total)} (${who}; ${test})`,
      behind: () => figuresBehind(row, row.measure, (figure) => figure.period === "cumulative"),
    };
  });
}
// Six colours and shapes can be told apart: who counts least often becomes one of the others.
const COUNTERS_MOST = 5;
function grouped(rows) {
  const ranked = [...counted(rows, (row) => [row.who])].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([who]) => who);
  const kept = new Set(ranked.length > COUNTERS_MOST + 1 ? ranked.slice(0, COUNTERS_MOST) : ranked);
  const rank = (row) => (kept.has(row.who) ? ranked.indexOf(row.who) : ranked.length);
  return rows.sort((a, b) => rank(a) - rank(b)).map((row) => (kept.has(row.who) ? row : { ...row, who: "others" }));
}
function gapRows(measure, chosen) {
  return gaps.filter((gap) => gap.measure === measure && gap.last_day >= chosen.start && gap.first_day <= chosen.end).map((gap) => {
    const start = gap.first_day < chosen.start ? chosen.start : gap.first_day;
    const end = gap.last_day > chosen.end ? chosen.end : gap.last_day;
    return { start: time(start), end: time(end) + DAY, label: `No bulletin ${dayText(gap.first_day)} to ${dayText(gap.last_day)} (${many(gap.days, "day")})` };
  });
}

// The map: governorates by all that lies in them, places by what is said of themselves.
const MAP_BOX = { west: 35.2, east: 42.6, south: 32.1, north: 37.6 };
function mapRows(chosen, kind) {
  const rows = [...(kind === "events" ? [] : chosen.figures), ...(kind === "figures" ? [] : chosen.events)];
  const byGovernorate = new Map();
  const byPlace = new Map();
  const elsewhere = new Map();
  const put = (map, key, row) => { if (!map.has(key)) map.set(key, []); map.get(key).push(row); };
  for (const row of rows) {
    const known = row.placeIds.map((id) => places.get(id)).filter(Boolean);
    for (const pcode of new Set(known.map((place) => place.pcode).filter(Boolean))) put(byGovernorate, pcode, row);
    for (const place of known) {
      const point = !["governorate", "country"].includes(place.location_type) && place.coordinate_precision === "exact"
        && place.longitude > MAP_BOX.west && place.longitude < MAP_BOX.east && place.latitude > MAP_BOX.south && place.latitude < MAP_BOX.north;
      if (point) put(byPlace, place.location_id, row);
      else if (!place.pcode) put(elsewhere, place.country_iso3 === "SYR" && place.location_type === "country" ? "Syria as a whole" : place.location_name, row);
    }
    if (!known.length) put(elsewhere, "no place named", row);
  }
  const said = (rows) => {
    const counted = rows.filter((row) => row.kind === "figure").length;
    return [counted && many(counted, "figure"), rows.length - counted && many(rows.length - counted, "event")].filter(Boolean).join(", ") || "nothing told";
  };
  const most = Math.max(1, ...[...byGovernorate.values()].map((list) => list.length));
  const marks = [];
  const shapes = raw.governorates.map((shape, i) => {
    const place = governorates.get(shape.properties.pcode);
    const behind = byGovernorate.get(shape.properties.pcode) || [];
    const label = place ? `${place.location_name}: ${said(behind)}` : "Area of separation (UN)";
    const row = { key: `g${i}`, label, name: place?.location_name, count: behind.length, said: said(behind), behind: behind.length ? () => behind : null };
    if (behind.length) marks.push(row);
    return { ...shape, properties: { key: behind.length ? row.key : undefined, share: behind.length ? Math.sqrt(behind.length / most) : 0, label } };
  });
  const points = [...byPlace].map(([id, list]) => {
    const place = places.get(id);
    const counted = list.filter((row) => row.kind === "figure").length;
    const row = { key: id, name: place.location_name, label: `${place.location_name}: ${said(list)}`, said: said(list), count: list.length,
      kind: !counted ? "events" : counted === list.length ? "figures" : "both", longitude: place.longitude, latitude: place.latitude, behind: () => list };
    return row;
  }).sort((a, b) => b.count - a.count);
  marks.sort((a, b) => b.count - a.count);
  const names = raw.governorates.filter((shape) => governorates.has(shape.properties.pcode) && shape.properties.pcode !== "SY01").map(({ properties }) => ({
    name: shortPlace(governorates.get(properties.pcode).location_name), longitude: properties.label[0], latitude: properties.label[1],
  }));
  return { marks: [...marks, ...points], shapes, points, names, elsewhere: [...elsewhere].sort((a, b) => b[1].length - a[1].length) };
}

// Who and whom: a source with each target, and everyone who took part with everyone else.
const PAIRS_MOST = 14;
function pairRows(chosen, type) {
  const cells = new Map();
  let alone = 0;
  for (const event of chosen.events) {
    if (type && event.type !== type) continue;
    const pairs = [];
    for (const source of event.sources || []) for (const target of event.targets || []) if (source !== target) pairs.push([source, target]);
    const side = event.participants || [];
    for (const one of side) for (const other of side) if (one !== other) pairs.push([one, other]);
    if (!pairs.length) alone += 1;
    for (const [from, to] of pairs) {
      const key = `${from}|${to}`;
      if (!cells.has(key)) cells.set(key, { key, fromId: from, toId: to, rows: new Set() });
      cells.get(key).rows.add(event);
    }
  }
  const ranks = (side) => {
    const counts = new Map();
    for (const cell of cells.values()) counts.set(cell[side], (counts.get(cell[side]) || 0) + cell.rows.size);
    return [...counts].sort((a, b) => b[1] - a[1] || actorText(a[0]).localeCompare(actorText(b[0]))).map(([id]) => id);
  };
  const [fromRank, toRank] = [ranks("fromId"), ranks("toId")];
  const kept = [...cells.values()].filter((cell) => fromRank.indexOf(cell.fromId) < PAIRS_MOST && toRank.indexOf(cell.toId) < PAIRS_MOST);
  const most = Math.max(1, ...kept.map((cell) => cell.rows.size));
  const rows = kept.map((cell) => {
    const list = [...cell.rows];
    const kinds = [...new Set(list.map((event) => typeText(event.type).toLowerCase()))].join(", ");
    const [from, to] = [actorText(cell.fromId), actorText(cell.toId)];
    return { key: cell.key, from, to, from_rank: fromRank.indexOf(cell.fromId), to_rank: toRank.indexOf(cell.toId), count: list.length, share: list.length / most,
      kinds, label: `${from} and ${to}: ${many(list.length, "event")} (${kinds})`, behind: () => list };
  }).sort((a, b) => b.count - a.count);
  return { rows, alone, leftOut: cells.size - kept.length };
}

const QUADS = ["verbal cooperation", "material cooperation", "neutral", "verbal conflict", "material conflict"];
function eventRows(chosen) {
  const drawable = chosen.events.filter((event) => within(event.day, chosen));
  const step = stepOf(chosen.start, chosen.end);
  const bins = new Map();
  for (const event of drawable) {
    const bin = binOf(event.day, step);
    const quad = eventTypes.get(event.type)?.quad_class || "neutral";
    const key = `${bin.start}|${quad}`;
    if (!bins.has(key)) bins.set(key, { ...bin, quad, list: [] });
    bins.get(key).list.push(event);
  }
  const heights = new Map();
  const ordered = [...bins.values()].sort((a, b) => a.start.localeCompare(b.start) || QUADS.indexOf(a.quad) - QUADS.indexOf(b.quad));
  const rows = ordered.map((bin, i) => {
    const low = heights.get(bin.start) || 0;
    heights.set(bin.start, low + bin.list.length);
    return { key: i, start: time(bin.start), end: time(bin.end), when: bin.label, low, high: low + bin.list.length, quad: bin.quad,
      label: `${bin.label}: ${many(bin.list.length, "event")} of ${bin.quad}`, behind: () => bin.list };
  });
  return { rows, step, outside: chosen.events.length - drawable.length };
}

// Coverage: the series that appear daily with their missing days, then who else published what when.
const OUTLETS_MOST = 18;
function coverageRows(chosen) {
  const step = stepOf(chosen.start, chosen.end);
  const inside = coverage.filter((row) => within(row.day, chosen));
  const rowOf = (row) => (row.document_kind === "bulletin" && row.series ? words(row.series) : row.outlet || "outlet unknown");
  const isSeries = (row) => row.document_kind === "bulletin" && Boolean(row.series);
  const totals = new Map();
  for (const row of inside) totals.set(rowOf(row), (totals.get(rowOf(row)) || 0) + row.documents + (isSeries(row) ? 1e9 : 0));
  const ordered = [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
  const seriesCount = ordered.filter((name) => totals.get(name) >= 1e9).length;
  const kept = new Set(ordered.slice(0, seriesCount + OUTLETS_MOST));
  const others = many(ordered.length - kept.size, "other outlet");
  const bins = new Map();
  for (const row of inside) {
    const name = kept.has(rowOf(row)) ? rowOf(row) : others;
    const bin = binOf(row.day, step);
    const key = `${name}|${bin.start}`;
    if (!bins.has(key)) bins.set(key, { ...bin, name, count: 0, days: new Set(), row });
    bins.get(key).count += row.documents;
    bins.get(key).days.add(row.day);
  }
  const most = Math.max(1, ...[...bins.values()].map((bin) => bin.count));
  const rankOf = (name) => (name === others ? 1e6 : ordered.indexOf(name));
  const documentsOf = (bin) => {
    const wanted = new Set(documents.filter((doc) => doc.day >= bin.start && doc.day < bin.end
      && (kept.has(rowOf({ ...doc, document_kind: doc.kind })) ? rowOf({ ...doc, document_kind: doc.kind }) : others) === bin.name));
    return sentences.filter((sentence) => wanted.has(sentence.doc)).map((sentence) => ({ sentences: [sentence.index] }));
  };
  const present = [...bins.values()].map((bin, i) => ({
    key: `d${i}`, row: bin.name, rank: rankOf(bin.name), start: time(bin.start), end: time(bin.end), when: bin.label, kind: "documents", count: bin.count, share: bin.count / most,
    label: `${bin.name}, ${bin.label}: ${many(bin.count, "document")}`, behind: () => documentsOf(bin),
  })).sort((a, b) => a.rank - b.rank || a.start - b.start);
  const absent = missing.filter((gap) => kept.has(words(gap.series)) && gap.last_day >= chosen.start && gap.first_day <= chosen.end).map((gap) => {
    const [from, to] = [gap.first_day < chosen.start ? chosen.start : gap.first_day, gap.last_day > chosen.end ? chosen.end : gap.last_day];
    return { row: words(gap.series), rank: rankOf(words(gap.series)), start: time(from), end: time(to) + DAY, kind: "no bulletin", share: 1, days: gap.days,
      label: `${words(gap.series)}: no bulletin from ${dayText(gap.first_day)} to ${dayText(gap.last_day)} (${many(gap.days, "day")})` };
  });
  return { present, absent, step };
}
