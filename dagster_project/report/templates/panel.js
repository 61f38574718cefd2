// The panel of sentences: what every mark and number leads to.

const panel = document.getElementById("panel");
const panelList = document.getElementById("panel-list");
const panelMore = document.getElementById("panel-more");
const SENTENCES_AT_ONCE = 60;
let panelEntries = [];
let panelShown = 0;

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  // Text goes in as text: nothing that a document says becomes markup.
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function reading(row) {
  if (row.kind === "event") {
    const who = row.participants?.length ? actorsText(row.participants) : [actorsText(row.sources), actorsText(row.targets)].filter(Boolean).join(" → ");
    return [typeText(row.type) + (row.modality === "happened" ? "" : ` (${row.modality.replace("_", " ")})`), who, placeText(row.place), row.day && whenText(row)].filter(Boolean).join(" · ");
  }
  return [
    `${measureText(row)}: ${figureText(row)}`, row.period === "cumulative" ? "running total" : null,
    row.modality === "happened" ? null : row.modality, placesText(row.placeIds),
    row.reporter && `counted by ${actorText(row.reporter)}`, row.speaker && `said by ${actorText(row.speaker)}`,
    whenText(row),
  ].filter(Boolean).join(" · ");
}

// Rows with the same sentence share an entry.
function entriesOf(rows) {
  const entries = new Map();
  for (const row of rows) {
    for (const index of row.sentences) {
      if (!entries.has(index)) entries.set(index, []);
      if (row.kind) entries.get(index).push(reading(row));
    }
  }
  return [...entries].map(([index, readings]) => ({ sentence: sentences[index], readings: [...new Set(readings)] }));
}

function entryElement({ sentence, readings }) {
  const doc = sentence.doc;
  const source = make("p", { class: "source" }, make("cite", {}, doc.title || doc.path), ` · ${doc.outlet || "outlet unknown"} · ${dayText(doc.day)} · `, make("code", {}, doc.path));
  if (doc.url) source.append(" · ", make("a", { href: doc.url, target: "_blank", rel: "noopener noreferrer" }, "source"));
  return make("li", {},
    make("blockquote", { dir: "auto", lang: doc.language }, sentence.quote),
    readings.length ? make("ul", { class: "readings" }, ...readings.slice(0, 20).map((text) => make("li", {}, text))) : null,
    source);
}

function showMoreSentences() {
  const next = panelEntries.slice(panelShown, panelShown + SENTENCES_AT_ONCE);
  panelList.append(...next.map(entryElement));
  panelShown += next.length;
  panelMore.hidden = panelShown >= panelEntries.length;
}

function openPanel(title, rows) {
  panelEntries = entriesOf(rows);
  panelShown = 0;
  panelList.replaceChildren();
  document.getElementById("panel-title").textContent = title;
  const documentCount = new Set(panelEntries.map((entry) => entry.sentence.doc)).size;
  document.getElementById("panel-count").textContent = panelEntries.length
    ? `${many(panelEntries.length, "sentence")} of ${many(documentCount, "document")}.`
    : "No sentence of it is on this page; the warehouse has them all.";
  showMoreSentences();
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
  document.getElementById("panel-close").focus();
}

document.getElementById("panel-close").addEventListener("click", () => panel.close());
panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
panelMore.addEventListener("click", showMoreSentences);
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (!opener) return;
  const index = Number(opener.dataset.open);
  const rows = [...figures, ...events].filter((row) => row.sentences.includes(index));
  openPanel("The sentence", rows.length ? rows.map((row) => ({ ...row, sentences: [index] })) : [{ sentences: [index] }]);
});
