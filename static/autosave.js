// Saves a step while it is being written. The page works the same without it.
// What the seller types, where the focus is and where the text stands are never touched.

import { showWeak } from "./weak.js";

const DELAY = 800;
const LONGEST_DELAY = 5000;
const TIMEOUT = 10000;
const FIRST_RETRY = 3000;
const LONGEST_RETRY = 30000;
// A browser lets at most 64 KB go while the page is being left.
const KEEPALIVE_BYTES = 60000;
// Where a page saved its last words while it was left: when, never what.
const LEFT = "left-while-saving";
const LEFT_LATELY = 5000;
const LOOKS = [150, 600, 1500];
const OWN = new Set(["csrf_token", "stamp", "revision"]);

class Autosave {
  constructor(form) {
    this.form = form;
    this.stored = wordsAsServed(form);
    this.timer = 0;
    this.changedAt = 0;
    this.retry = FIRST_RETRY;
    this.sending = null;
    this.waiting = null;
    this.isLeaving = false;
    this.hasClashed = false;
    this.hasFailed = false;
    this.asked = 0;
    this.listen();
    if (this.words() !== this.stored) this.soon();
  }

  listen() {
    const { form } = this;
    form.addEventListener("input", () => this.soon());
    form.addEventListener("change", () => this.soon());
    form.addEventListener("submit", (event) => this.beforeSubmit(event));
    addEventListener("online", () => this.hasFailed && this.save());
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.leave());
    addEventListener("beforeunload", (event) => {
      if (this.hasFailed && !this.isLeaving) event.preventDefault();
    });
  }

  words() {
    return wordsOf(this.form);
  }

  soon() {
    const now = Date.now();
    this.changedAt ||= now;
    clearTimeout(this.timer);
    const wait = Math.min(DELAY, Math.max(0, this.changedAt + LONGEST_DELAY - now));
    this.timer = setTimeout(() => this.save(), wait);
  }

  // The words as pairs, which the program reads faster than a form; the token goes in a header.
  request(words) {
    const { csrf_token: token, stamp, revision } = this.form.elements;
    const own = [["stamp", stamp.value], ["revision", revision.value], ["autosave", "1"]];
    return {
      method: "POST",
      body: JSON.stringify([...JSON.parse(words), ...own]),
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-CSRFToken": token.value,
      },
      redirect: "error",
      keepalive: new Blob([words]).size < KEEPALIVE_BYTES,
    };
  }

  async save() {
    clearTimeout(this.timer);
    if (this.sending || this.hasClashed || this.isLeaving) return;
    const words = this.words();
    if (words === this.stored && !this.hasFailed) return;
    this.changedAt = 0;
    this.sending = this.send(words);
    await this.sending;
    this.sending = null;
    if (this.waiting) {
      const button = this.waiting;
      this.waiting = null;
      this.form.requestSubmit(button.form ? button : undefined);
    } else if (!this.hasFailed && this.words() !== this.stored) {
      this.soon();
    }
  }

  async send(words) {
    try {
      const answer = await fetch(this.form.action, {
        ...this.request(words),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      if (answer.status === 409) return this.clash();
      if (!answer.ok) throw new Error(String(answer.status));
      this.succeed(words, await answer.json());
    } catch {
      this.fail();
    }
  }

  succeed(words, answer) {
    this.stored = words;
    this.form.elements.stamp.value = answer.stamp;
    this.form.elements.revision.value = answer.revision;
    this.retry = FIRST_RETRY;
    const isNews = this.hasFailed || !this.hasSaved;
    this.hasSaved = true;
    this.hasFailed = false;
    document.getElementById("not-saved").hidden = true;
    const sentence = answer.unsaved.length ? this.form.dataset.partly : this.form.dataset.saved;
    const line = sentence
      .replace("{time}", answer.saved_at)
      .replace("{fields}", answer.unsaved.join(", "));
    document.getElementById("saved").textContent = line;
    if (isNews || answer.unsaved.length) this.say(line);
    showTexts(answer.texts);
    showYears(answer.years);
    this.review();
  }

  // The save does not wait for the review; of several answers only the newest counts.
  async review() {
    this.asked += 1;
    const number = this.asked;
    if (document.hidden) return;
    try {
      const answer = await fetch(this.form.dataset.weak, { signal: AbortSignal.timeout(TIMEOUT) });
      if (answer.ok && number === this.asked) showWeak((await answer.json()).weak);
    } catch {
      // The next save asks again.
    }
  }

  fail() {
    this.hasFailed = true;
    this.warn(this.form.dataset.offline);
    this.timer = setTimeout(() => this.save(), this.retry);
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
  }

  clash() {
    this.hasClashed = true;
    this.warn(this.form.dataset.clash, this.form.dataset.compare);
  }

  warn(sentence, button) {
    const box = document.getElementById("not-saved");
    box.hidden = false;
    box.querySelector("p").textContent = sentence;
    if (button) box.querySelector("button").textContent = button;
    this.say(sentence);
  }

  say(sentence) {
    const place = document.getElementById("saved-aloud");
    if (place.textContent !== sentence) place.textContent = sentence;
  }

  beforeSubmit(event) {
    clearTimeout(this.timer);
    if (this.sending) {
      // The answer on its way carries the mark that the next save needs.
      event.preventDefault();
      this.waiting = event.submitter ?? this.form;
      return;
    }
    this.isLeaving = true;
  }

  leave() {
    if (this.isLeaving || this.hasClashed) return;
    const words = this.words();
    if (this.sending || words !== this.stored) sessionStorage.setItem(LEFT, String(Date.now()));
    if (this.sending || words === this.stored) return;
    if (document.hidden && document.visibilityState === "hidden" && !this.hasFailed) {
      // The page may come back: an ordinary save keeps its mark up to date.
      this.sending = this.sendWhileLeaving(words);
      this.sending.finally(() => { this.sending = null; });
    }
  }

  // The save of the page that was left may arrive after this page was made: take its words in.
  async takeLateWords() {
    const left = Number(sessionStorage.getItem(LEFT));
    sessionStorage.removeItem(LEFT);
    if (!(Date.now() - left < LEFT_LATELY)) return;
    for (const wait of LOOKS) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (this.isWriting()) return;
      if (await this.isOutdated()) return this.isWriting() || location.reload();
    }
  }

  isWriting() {
    return this.words() !== this.stored || this.sending || this.hasSaved;
  }

  async isOutdated() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "application/json" } });
      return answer.ok && (await answer.json()).stamp !== this.form.elements.stamp.value;
    } catch {
      return false;
    }
  }

  async sendWhileLeaving(words) {
    try {
      const answer = await fetch(this.form.action, this.request(words));
      if (answer.status === 409) return this.clash();
      if (answer.ok) this.succeed(words, await answer.json());
    } catch {
      this.fail();
    }
  }
}

function wordsOf(form) {
  const pairs = [...new FormData(form)].filter(([name]) => !OWN.has(name));
  return JSON.stringify(pairs);
}

function wordsAsServed(form) {
  const copy = form.cloneNode(true);
  copy.reset();
  return wordsOf(copy);
}

// After a reload the browser puts old words into the fields; those typed into since then stay.
function showAsServed(form, typed) {
  for (const field of form.elements) {
    if (typed.has(field.name)) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = field.defaultChecked;
    else if (field.options) for (const one of field.options) one.selected = one.defaultSelected;
    else if ("defaultValue" in field) field.value = field.defaultValue;
  }
}

function showTexts(texts) {
  for (const [id, text] of Object.entries(texts)) {
    const place = document.getElementById(id);
    if (!place) continue;
    if (place.textContent !== text) place.textContent = text;
    place.closest(".preview").hidden = !text;
  }
}

function showYears(years) {
  for (const box of document.querySelectorAll(".year-offer")) {
    const offer = years[box.id.replace("year-", "")];
    box.hidden = !offer;
    if (!offer) continue;
    box.querySelector("p").textContent = offer.words;
    box.querySelector("button").textContent = offer.button;
  }
}

// After "back" the browser may put old words into a page that shows newer ones.
addEventListener("pageshow", (event) => event.persisted && location.reload());
const form = document.querySelector("form[data-saved]");
if (form) {
  const [navigation] = performance.getEntriesByType("navigation");
  const isAgain = navigation?.type === "back_forward" || navigation?.type === "reload";
  if (isAgain) showAsServed(form, window.typedEarly);
  new Autosave(form).takeLateWords();
}
