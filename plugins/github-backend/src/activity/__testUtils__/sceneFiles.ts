const WORKFLOW = `name: CI
on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: echo "all is well"
      # Red once, where the commit says so.
      - run: test "$MESSAGE" != "Write broken" || test "$GITHUB_RUN_ATTEMPT" != 1
        env: { MESSAGE: "\${{ github.event.head_commit.message }}" }
`;

const RELEASE = `name: Release
on:
  workflow_dispatch:
    inputs:
      level: { type: choice, options: [patch, minor], default: patch, required: true }
      note: { type: string }
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - run: echo "a release"
`;

/** What lies in `acme/shop` of a scene. */
export const sceneFiles = {
  'README.md': '# Shop\n\n<script>alert(1)</script>\n',
  '.github/workflows/ci.yml': WORKFLOW,
  '.github/workflows/release.yml': RELEASE,
};
