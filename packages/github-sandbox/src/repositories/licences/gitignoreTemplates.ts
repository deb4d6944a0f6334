/** What `gitignore_template` takes: a selection of github.com/github/gitignore, shortened. */
export const gitignoreTemplates: Record<string, string> = {
  Go: '*.exe\n*.test\n*.out\ngo.work\n',
  Gradle: '.gradle\n**/build/\n!src/**/build/\n',
  Java: '*.class\n*.jar\n*.war\nhs_err_pid*\n',
  Node: 'node_modules/\n*.log\n.env\ndist/\ncoverage/\n',
  Python: '__pycache__/\n*.py[cod]\n.venv/\ndist/\nbuild/\n*.egg-info/\n',
  Rust: '/target\n',
  Terraform: '.terraform/*\n*.tfstate\n*.tfstate.*\ncrash.log\n',
};
