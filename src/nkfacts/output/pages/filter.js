"use strict";
// The filter of the facts. Without this script all of them are shown.
(() => {
  const form = document.getElementById("Filter");
  const [topic, by, words, shown] = ["Topic", "By", "Words", "Shown"].map((id) => document.getElementById(id));
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const spans = [...document.querySelectorAll("section.span")].map((section) => ({
    section,
    facts: [...section.querySelectorAll("article.fact")].map((article) => ({
      article,
      topic: article.dataset.topic,
      by: article.dataset.by.split(" "),
      text: "",
    })),
  }));
  const all = spans.flatMap((span) => span.facts);

  const apply = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { section, facts } of spans) {
      let here = 0;
      for (const fact of facts) {
        if (wanted.length && !fact.text) fact.text = plain(fact.article.textContent);
        const fits =
          (!topic.value || fact.topic === topic.value) &&
          (!by.value || fact.by.includes(by.value)) &&
          wanted.every((word) => fact.text.includes(word));
        fact.article.hidden = !fits;
        here += fits;
      }
      section.hidden = !here;
      count += here;
      const link = document.querySelector(`nav.spans a[href="#${section.id}"]`);
      if (link) link.classList.toggle("none", !here);
    }
    const total = `${all.length.toLocaleString("en")} ${all.length === 1 ? "fact" : "facts"}`;
    shown.textContent = count === all.length ? total : `${count.toLocaleString("en")} of ${total}`;
  };

  const showAll = () => {
    topic.value = by.value = words.value = "";
    apply();
  };

  // A link to a fact leads there, whatever the filter hides.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      showAll();
      target.scrollIntoView();
    }
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    showAll();
    words.focus();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      words.focus();
      form.scrollIntoView({ block: "start" });
    } else if (event.key === "Escape") {
      showAll();
    }
  });
  window.addEventListener("hashchange", follow);
  form.hidden = false;
  apply();
  follow();
})();
