// The data of the page: unpacking, names, wording, and which rows the filters leave.

const raw = JSON.parse(document.getElementById("data").textContent);

function unpack(table) {
  return table.rows.map((row) => Object.fromEntries(table.columns.map((name, i) => [name, row[i]])));
}

const about = raw.about;
const figures = unpack(raw.figures);
const events = unpack(raw.events);
const series = unpack(raw.series);
const gaps = unpack(raw.gaps);
const missing = unpack(raw.missing);
const coverage = unpack(raw.coverage);
const documents = unpack(raw.documents);
const measures = new Map(unpack(raw.measures).map((row) => [row.measure, row]));
const eventTypes = new Map(unpack(raw.event_types).map((row) => [row.event_type, row]));
const places = new Map(unpack(raw.locations).map((row) => [row.location_id, row]));
const actors = new Map(unpack(raw.actors).map((row) => [row.actor_id, row]));
const sentences = raw.sentences.map(([doc, quote], index) => ({ index, quote, doc: documents[doc] }));
const governorates = new Map(
  [...places.values()].filter((place) => place.location_type === "governorate" && place.pcode)
    .map((place) => [place.pcode, place]),
);

const DAY = 86400000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function time(day) { return Date.parse(`${day}T00:00:00`); }
function dayText(day) {
  if (!day) return "no date";
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}
// When a row is dated, no finer than its text does: "Sep 2019" stands on the first of September.
function whenText(row) {
  if (!row.day) return dayText(null);
  if (row.kind === "figure" ? !row.dated : row.precision === "unknown") return `reported ${dayText(row.day)}`;
  if (row.precision === "week") return `week of ${dayText(row.day)}`;
  const cut = { year: (day) => day.slice(0, 4), quarter: monthText, month: monthText }[row.precision] || dayText;
  const [first, last] = [cut(row.day), cut(row.day_end || row.day)];
  return first === last ? first : `${first} to ${last}`;
}
function monthText(day) { return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`; }
function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
function addDays(day, days) {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

const scales = [[1e12, " trillion"], [1e9, " billion"], [1e6, " million"]];
function numberText(value) {
  if (value === null || value === undefined) return "";
  for (const [size, name] of scales) {
    if (Math.abs(value) >= Math.max(size, 1e7)) {
      return (value / size).toLocaleString("en", { maximumFractionDigits: 3 }) + name;
    }
  }
  return value.toLocaleString("en", { maximumFractionDigits: 2 });
}
function many(count, one, more) { return `${count.toLocaleString("en")} ${count === 1 ? one : more || `${one}s`}`; }

const qualifiers = { about: "about ", at_least: "at least ", more_than: "more than ", at_most: "at most ", less_than: "less than " };
function figureText(figure) {
  let said = "not legible";
  if (figure.value !== null) said = (qualifiers[figure.qualifier] || "") + numberText(figure.value);
  else if (figure.low !== null && figure.high !== null) said = `${numberText(figure.low)} to ${numberText(figure.high)}`;
  else return said;
  return figure.unit ? `${said} ${figure.unit}` : said;
}
const shortForms = { idps: "IDPs", unhcr: "UNHCR" };
function words(key) {
  const text = String(key).split(/[_-]/).map((part) => shortForms[part] || part).join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
// What no measure fits is named by the words that are counted.
function measureText(figure) {
  return figure.measure === "other" && figure.subject ? `Other: ${figure.subject}` : words(figure.measure);
}
function actorText(id) { return id && actors.has(id) ? actors.get(id).actor_name : id || ""; }
function actorsText(ids) { return (ids || []).map(actorText).join(", "); }
function placeText(id) { return id && places.has(id) ? places.get(id).location_name : id || ""; }
function placesText(ids) { return (ids || []).map(placeText).join(", "); }
function shortPlace(name) { return name.replace(/ Governorate$/, ""); }

// What an event type is called where people read it.
const typeWords = {
  CONSULT: "Met or consulted", AGREE: "Agreed", ACCUSE: "Accused", SUPPORT: "Supported", COOPERATE: "Cooperated",
  AID: "Aided", ASSAULT: "Attacked", REQUEST: "Asked or called for", REJECT: "Rejected", THREATEN: "Threatened",
  PROMISE: "Promised", CONCEDE: "Conceded", RETREAT: "Withdrew", PROTEST: "Protested", SANCTION: "Sanctioned",
  MOBILIZE: "Mobilised", COERCE: "Coerced", STATEMENT: "Stated",
};
function typeText(type) { return typeWords[type] || words(type.toLowerCase()); }

// Prepared once: what the filters ask of each row.
for (const figure of figures) {
  figure.kind = "figure";
  figure.sentences = [figure.sentence];
  figure.placeIds = figure.places || [];
  figure.actorIds = [figure.reporter, figure.speaker].filter(Boolean);
}
for (const event of events) {
  event.kind = "event";
  event.placeIds = event.place ? [event.place] : [];
  event.actorIds = [...new Set([...(event.sources || []), ...(event.targets || []), ...(event.participants || []), ...(event.speakers || [])])];
}
function lowerQuote(index) {
  const sentence = sentences[index];
  sentence.lower ??= `${sentence.quote} ${sentence.doc.title || ""}`.toLowerCase();
  return sentence.lower;
}

// The documents' days bound the charts: what an article tells of decades ago is listed, not drawn.
const documentDays = coverage.map((row) => row.day).filter(Boolean).sort();
const flowDays = [...new Set(figures.filter(isDaily).map((figure) => figure.day))].sort();
// Without a dated document there is nothing to draw, on the day of the refresh.
const noDay = (about.refreshed_at || "2011-03-15").slice(0, 10);
const firstDay = documentDays[0] || flowDays[0] || noDay;
const lastDay = documentDays.at(-1) || flowDays.at(-1) || noDay;

function isDaily(figure) { return figure.countable && figure.dated && figure.value !== null; }

const state = { period: "all", from: "", to: "", place: "", measure: "", type: "", actor: "", words: "" };

function inPlace(ids, wanted) {
  if (!wanted) return true;
  const [kind, id] = [wanted.slice(0, 2), wanted.slice(2)];
  if (kind === "n:") return !ids.length;
  return ids.some((place) => {
    const known = places.get(place);
    if (kind === "g:") return known?.pcode === id;
    if (kind === "c:") return known?.country_iso3 === id;
    return place === id;
  });
}
function inDays(day) {
  if (!state.from && !state.to) return true;
  return Boolean(day) && (!state.from || day >= state.from) && (!state.to || day <= state.to);
}
function passes(row) {
  if (!inDays(row.day) || !inPlace(row.placeIds, state.place)) return false;
  if (row.kind === "figure" ? state.measure && row.measure !== state.measure : state.type && row.type !== state.type) return false;
  if (state.actor && !row.actorIds.includes(state.actor)) return false;
  if (state.words) {
    const wanted = state.words.toLowerCase();
    if (!row.sentences.some((index) => lowerQuote(index).includes(wanted))) return false;
  }
  return true;
}
function select() {
  const chosen = { figures: figures.filter(passes), events: events.filter(passes) };
  const days = new Set(chosen.figures.filter(isDaily).map((figure) => figure.day));
  chosen.days = [...days].sort();
  chosen.start = state.from || firstDay;
  chosen.end = state.to || lastDay;
  if (chosen.start === chosen.end) chosen.end = addDays(chosen.start, 1);
  return chosen;
}

function counted(rows, keysOf) {
  const counts = new Map();
  for (const row of rows) for (const key of new Set(keysOf(row))) counts.set(key, (counts.get(key) || 0) + 1);
  return counts;
}
