// What the bookmarklet does in the page that one is reading. It only opens a form.
(() => {
  const shown = (found) => (found && found.innerText) || "";
  const longest = (query) => [...document.querySelectorAll(query)].map(shown)
    .reduce((one, other) => (other.length > one.length ? other : one), "");
  // The text of the page without its frame. A list of teasers has many short articles.
  const article = longest("article, .RichText"), main = longest("main, [role=main]");
  const text = article.length > 800 ? article : main || article || shown(document.body);
  // Chinese is counted in characters, and everything else in words.
  const han = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/g;
  const characters = (text.match(han) || []).length;
  const words = (text.replace(han, " ").match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) || []).length;
  const isChinese = characters > words;
  const fields = new URLSearchParams({
    url: location.href,
    title: document.title.trim().slice(0, 500),
    note: String(getSelection()).trim().slice(0, 2000),
    length: (isChinese ? characters + words : words) || "",
    unit: isChinese ? "characters" : "words",
  });
  open("HERE" + "/add?" + fields, "_blank");
})();
