/** The look of all pages: the system's fonts, few colours, light and dark. */
export const style = `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --back: #ffffff; --field: #f6f8fa; --line: #d1d9e0; --act: #0969da; --onact: #ffffff; --bad: #b42318; --good: #1a7f37; --busy: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9198a1; --back: #0d1117; --field: #151b23; --line: #3d444d; --act: #4493f8; --onact: #0d1117; --bad: #ff8a80; --good: #3fb950; --busy: #d29922; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
.sandbox { margin: 0; padding: .5rem 1rem; font-size: .875rem; color: var(--soft); background: var(--field); border-bottom: 1px solid var(--line); }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
a { color: var(--act); }
ul.plain { list-style: none; margin: 0; padding: 0; }
ul.plain > li { border-top: 1px solid var(--line); padding: .5rem 0; }
ul.plain > li:first-child { border-top: 0; }
.soft { color: var(--soft); font-size: .875rem; }
.problem { color: var(--bad); border: 1px solid var(--bad); border-radius: 6px; padding: .5rem .75rem; }
label, legend { font-weight: 600; }
label.choice { font-weight: 400; display: block; padding: .25rem 0; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; padding: .5rem 1rem 1rem; }
input[type=text], input[type=search], input[type=date], select, textarea { font: inherit; color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: 6px; padding: .375rem .5rem; max-width: 100%; }
button { font: inherit; color: var(--text); background: var(--field); border: 1px solid var(--line); border-radius: 6px; padding: .375rem .75rem; cursor: pointer; }
button.act { color: var(--onact); background: var(--act); border-color: var(--act); }
ul.people > li { border: 0; padding: .125rem 0; }
button.person { display: block; width: 100%; text-align: left; }
button:hover { border-color: var(--soft); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
code, .secret { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
.path { font-size: 1.25rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
.badge { font-size: .75rem; color: var(--soft); border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; vertical-align: middle; }
.badge.good { color: var(--good); border-color: var(--good); }
.badge.bad { color: var(--bad); border-color: var(--bad); }
.badge.busy { color: var(--busy); border-color: var(--busy); }
nav.tabs { display: flex; flex-wrap: wrap; gap: .25rem 1rem; border-bottom: 1px solid var(--line); margin: 0 0 1.5rem; }
nav.tabs a { padding: .375rem 0; color: inherit; text-decoration: none; }
nav.tabs a[aria-current] { border-bottom: 2px solid var(--act); font-weight: 600; }
pre { margin: 0; padding: .75rem 1rem; background: var(--field); border: 1px solid var(--line); border-radius: 6px; overflow: auto; font: .8125rem/1.5 ui-monospace, monospace; tab-size: 4; }
pre .plus { color: var(--good); } pre .minus { color: var(--bad); }
textarea { width: 100%; min-height: 24rem; font: .8125rem/1.5 ui-monospace, monospace; color: inherit; background: var(--field); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; }
.text { border: 1px solid var(--line); border-radius: 6px; padding: 0 1rem; margin: 1rem 0; overflow-wrap: anywhere; }
.text > :first-child { margin-top: 1rem; } .text pre { margin: 1rem 0; } .text img { max-width: 100%; }
details > summary { cursor: pointer; padding: .375rem 0; }
th, td { text-align: left; border-bottom: 1px solid var(--line); padding: .375rem .5rem .375rem 0; }
`;
