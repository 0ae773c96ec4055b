// The one style sheet, as text: one file longer than a function should be.
#include "simulator/weblm/pages/page_frame.hpp"

namespace ctiengine::weblm_sim {

std::string_view style_sheet() {
    return R"css(:root {
    color-scheme: light dark;
    --back: #f3f5f8;
    --card: #ffffff;
    --text: #1b2430;
    --soft: #5a6675;
    --line: #d8dee6;
    --stripe: #f8fafc;
    --accent: #1a5fb4;
    --accent-text: #ffffff;
    --bar: #14233a;
    --bar-text: #e9eef6;
    --bar-soft: #a9b8cc;
    --good: #1e6b38;
    --good-back: #e3f4e8;
    --fault: #a3161f;
    --fault-back: #fdeaea;
    --warn: #8a5300;
}
@media (prefers-color-scheme: dark) {
    :root {
        --back: #10151c;
        --card: #19212b;
        --text: #e6ebf2;
        --soft: #a1aebd;
        --line: #313c4a;
        --stripe: #1e2833;
        --accent: #78aeed;
        --accent-text: #0d1622;
        --bar: #0b1220;
        --good: #8fd6a5;
        --good-back: #15301f;
        --fault: #ff9ea3;
        --fault-back: #3a1a1d;
        --warn: #f0b75c;
    }
}
* { box-sizing: border-box; }
body {
    margin: 0;
    background: var(--back);
    color: var(--text);
    font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
}
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--card); z-index: 1; }
header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: .5rem 2rem;
    padding: .7rem max(1.2rem, calc(50% - 29.8rem));
    background: var(--bar);
    color: var(--bar-text);
}
.brand { margin: 0; font-weight: 700; font-size: 1.1rem; }
.brand span { font-weight: 400; font-size: .9rem; color: var(--bar-soft); margin-left: .3rem; }
nav { display: flex; flex: 1; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .3rem 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem; margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: .4rem .75rem; border-radius: .4rem; color: var(--bar-text); text-decoration: none; }
nav a:hover { background: #ffffff1f; }
nav a[aria-current] { background: #ffffff2b; }
main { max-width: 62rem; margin: 2rem auto; padding: 0 1.2rem 2rem; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 0 0 .8rem; font-size: 1.1rem; }
p { max-width: 44rem; }
a { color: var(--accent); }
.card {
    margin: 0 0 1.3rem;
    padding: 1.4rem 1.5rem;
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: .7rem;
    box-shadow: 0 1px 2px #0f1a2a14;
}
.card > p { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
main.narrow { max-width: 27rem; margin-top: 8vh; }
.narrow button { width: 100%; }
.notice { max-width: none; margin: 0 0 1.3rem; padding: .7rem 1rem; border-left: .3rem solid; border-radius: .3rem; }
.notice.good { color: var(--good); background: var(--good-back); }
.notice.fault { color: var(--fault); background: var(--fault-back); }
label { display: block; margin: 0 0 .3rem; font-weight: 600; }
label.check { display: flex; gap: .6rem; align-items: baseline; font-weight: 400; }
.hint { max-width: none; margin: .4rem 0 0; color: var(--soft); font-size: .9rem; }
input[type=text], input[type=password], input[type=file] {
    width: 100%;
    padding: .55rem .7rem;
    font: inherit;
    color: inherit;
    background: var(--back);
    border: 1px solid var(--soft);
    border-radius: .4rem;
}
input[type=file]::file-selector-button {
    margin-right: .9rem;
    padding: .25rem .8rem;
    font: inherit;
    color: var(--text);
    background: var(--card);
    border: 1px solid var(--soft);
    border-radius: .3rem;
}
.field { margin: 0 0 1.1rem; }
button, .button {
    display: inline-block;
    padding: .55rem 1.2rem;
    font: inherit;
    font-weight: 600;
    color: var(--accent-text);
    background: var(--accent);
    border: 1px solid transparent;
    border-radius: .4rem;
    text-decoration: none;
    cursor: pointer;
}
button:hover, .button:hover { filter: brightness(1.1); }
button.danger { color: var(--card); background: var(--fault); }
button.quiet { padding: .3rem .8rem; font-weight: 400; color: var(--bar-text); background: none; border-color: var(--bar-soft); }
:focus-visible { outline: .18rem solid var(--accent); outline-offset: .15rem; }
header :focus-visible { outline-color: #ffffff; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11.5rem, 100%), 1fr)); gap: .9rem 1.5rem; margin: 0; }
dt { color: var(--soft); font-size: .85rem; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { padding: 0 0 .8rem; text-align: left; font-size: 1.1rem; font-weight: 700; }
th { text-align: left; padding: .5rem .8rem; border-bottom: 2px solid var(--line); color: var(--soft); font-size: .85rem; }
td { padding: .6rem .8rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:nth-child(even) { background: var(--stripe); }
tbody tr:last-child td { border-bottom: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.date { white-space: nowrap; }
code { font: .85em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; color: var(--soft); overflow-wrap: anywhere; }
td code { display: block; }
meter { display: block; width: 6rem; height: .7rem; margin: .35rem 0 0 auto; }
.warn { color: var(--warn); font-weight: 600; }
.tasks { margin: 0; padding-left: 1.2rem; }
.tasks li { margin: .35rem 0; }
@media (max-width: 40rem) {
    main { margin-top: 1.2rem; padding: 0 .8rem 1rem; }
    .card { padding: 1rem; }
    dl { grid-template-columns: repeat(2, 1fr); }
    th, td { padding: .45rem .3rem; font-size: .82rem; }
    td.number, th.number, td.date { white-space: normal; }
    meter { width: 3.5rem; }
}
)css";
}

}  // namespace ctiengine::weblm_sim
