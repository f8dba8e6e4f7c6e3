/// The style sheet of report pages: light and dark by the reader's setting, light in print, through media queries.
enum ReportStyle {
  static let sheet: StaticString = """

    :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --rule: #d0d7de;
      --mark: #fff1a8; --link: #0550ae; --good: #116329; --warn: #7d4e00; --bad: #a40e26; --raised: #f6f8fa; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #0d1117; --ink: #e6edf3; --soft: #9aa4af; --rule: #353c45; --mark: #574600;
        --link: #79c0ff; --good: #56d364; --warn: #e3b341; --bad: #ff8a80; --raised: #161b22; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
    h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--rule); }
    h3 { font-size: 1.05rem; margin: 1.75rem 0 .25rem; }
    p { margin: .25rem 0; }
    a { color: var(--link); text-underline-offset: .15em; }
    .facts, .within, .legend, figcaption { color: var(--soft); font-size: .85rem; }
    .within { margin-left: .75rem; font-weight: normal; }
    .counts { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; padding: 0; margin: .75rem 0; list-style: none; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .3rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule);
      overflow-wrap: normal; }
    thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
    tbody th { font-weight: 500; min-width: 9rem; }
    .number { text-align: right; white-space: nowrap; }
    .day { white-space: nowrap; }
    .badge { display: inline-block; padding: 0 .5em; border: 1px solid currentColor; border-radius: 1em;
      font-size: .8em; font-weight: 600; line-height: 1.5; white-space: nowrap; color: var(--soft); }
    .met, .on-track { color: var(--good); }
    .met-late, .behind { color: var(--warn); }
    .overdue, .contradicted { color: var(--bad); }
    .bar { display: block; width: 100%; min-width: 4rem; height: 4px; margin-top: .2rem; }
    .bar .whole { fill: var(--rule); }
    .bar .part { fill: var(--link); }
    figure { margin: .75rem 0; }
    .chart { display: block; width: 100%; max-width: 40rem; height: auto; font-size: 12px; }
    .chart .grid { stroke: var(--rule); }
    .chart .tick, .chart .note { fill: var(--soft); }
    .chart .end { text-anchor: end; }
    .chart .middle { text-anchor: middle; }
    .chart .target { fill: none; stroke: var(--soft); stroke-width: 2; stroke-dasharray: 6 4; }
    .chart .reports { fill: none; stroke: var(--link); stroke-width: 2; }
    .chart .dot { fill: var(--paper); stroke: var(--link); stroke-width: 2; }
    .chart .newest { fill: var(--link); }
    .chart .today { stroke: var(--soft); }
    .chart .deadline { stroke: var(--bad); }
    .key { margin-right: 1.5rem; }
    .key::before { content: ""; display: inline-block; width: 1.75em; margin-right: .5em; vertical-align: .25em;
      border-top: 2px solid var(--link); }
    .key.target::before { border-top: 2px dashed var(--soft); }
    .sentences { padding: 0; margin: .75rem 0; list-style: none; }
    .sentences li { padding: .5rem .75rem; margin: .5rem 0; border-left: 3px solid var(--rule);
      background: var(--raised); }
    .sentences .shown { border-left-color: var(--link); }
    .events { padding-left: 1.25rem; margin: .5rem 0; font-size: .9rem; }
    blockquote { margin: .35rem 0; color: var(--soft); }
    mark { background: var(--mark); color: var(--ink); padding: .05em .15em; }
    .rubric dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: 0 0 1rem; }
    .rubric dd { margin: 0; }
    @media (max-width: 40rem) { body { padding: .75rem; } .rubric dl { display: block; } }
    @media print {
      :root { --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --mark: #ddd; --link: #003a80;
        --good: #0b4f20; --warn: #5c3a00; --bad: #7d0a1d; --raised: #fff; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      .wide { overflow: visible; }
      table { font-size: 8pt; }
      th, td { padding: 2pt 4pt; }
      thead { display: table-header-group; }
      tr, figure, .sentences li, .counts { break-inside: avoid; }
      h2, h3, .reason, .id { break-after: avoid; }
      mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      a { color: inherit; }
      @page { margin: 15mm; }
    }

    """
}
