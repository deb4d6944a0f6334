/**
 * What `techdocs-core` switches on, written out: Debian does not package that plugin, so MkDocs is measured without it
 * and with the same work to do. Left out are its plugins monorepo and gh-admonitions, Graphviz and PlantUML.
 */
export const MKDOCS_YML = `site_name: Benchmark
theme:
  name: material
plugins:
  - search
markdown_extensions:
  - toc:
      permalink: true
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - pymdownx.betterem
  - pymdownx.caret
  - pymdownx.critic
  - pymdownx.details
  - pymdownx.emoji
  - pymdownx.highlight:
      linenums: true
  - pymdownx.inlinehilite
  - pymdownx.magiclink
  - pymdownx.mark
  - pymdownx.smartsymbols
  - pymdownx.snippets
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
  - pymdownx.tasklist:
      custom_checkbox: true
  - pymdownx.tilde
`;
