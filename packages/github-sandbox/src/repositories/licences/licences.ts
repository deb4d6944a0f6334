/** A licence as GitHub's API has it. `{year}` and `{holder}` in the text are filled in when a repository is made with it. */
export interface Licence {
  key: string;
  name: string;
  spdxId: string;
  description: string;
  permissions: string[];
  conditions: string[];
  limitations: string[];
  featured: boolean;
  body: string;
}

const NO_WARRANTY =
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE\nFOR ANY CLAIM, DAMAGES OR OTHER LIABILITY ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE.\n';
const FREE = ['commercial-use', 'modifications', 'distribution', 'private-use'];

/** The licences that `license_template` takes. Long ones are here by their notice alone. */
export const licences: Licence[] = [
  {
    key: 'apache-2.0',
    name: 'Apache License 2.0',
    spdxId: 'Apache-2.0',
    description:
      'A permissive license whose main conditions require preservation of copyright and license notices.',
    permissions: [...FREE, 'patent-use'],
    conditions: ['include-copyright', 'document-changes'],
    limitations: ['trademark-use', 'liability', 'warranty'],
    featured: true,
    body: '                                 Apache License\n                           Version 2.0, January 2004\n                        http://www.apache.org/licenses/\n\nCopyright {year} {holder}\n\nLicensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in compliance with the License.\nYou may obtain a copy of the License at http://www.apache.org/licenses/LICENSE-2.0\n',
  },
  {
    key: 'bsd-3-clause',
    name: 'BSD 3-Clause "New" or "Revised" License',
    spdxId: 'BSD-3-Clause',
    description:
      'A permissive license that forbids using the name of the copyright holder to promote derived products without written consent.',
    permissions: FREE,
    conditions: ['include-copyright'],
    limitations: ['liability', 'warranty'],
    featured: false,
    body: `BSD 3-Clause License\n\nCopyright (c) {year}, {holder}\n\nRedistribution and use in source and binary forms, with or without modification, are permitted provided that this notice is kept, and that\nneither the name of the copyright holder nor the names of its contributors are used to endorse products without permission.\n\n${NO_WARRANTY}`,
  },
  {
    key: 'gpl-3.0',
    name: 'GNU General Public License v3.0',
    spdxId: 'GPL-3.0',
    description:
      'Permissions of this strong copyleft license are conditioned on making available complete source code under the same license.',
    permissions: [...FREE, 'patent-use'],
    conditions: [
      'include-copyright',
      'document-changes',
      'disclose-source',
      'same-license',
    ],
    limitations: ['liability', 'warranty'],
    featured: true,
    body: '                    GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007\n\nCopyright (C) {year} {holder}\n\nThis program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public License.\nSee https://www.gnu.org/licenses/gpl-3.0.txt\n',
  },
  {
    key: 'mit',
    name: 'MIT License',
    spdxId: 'MIT',
    description:
      'A short and simple permissive license with conditions only requiring preservation of copyright and license notices.',
    permissions: FREE,
    conditions: ['include-copyright'],
    limitations: ['liability', 'warranty'],
    featured: true,
    body: `MIT License\n\nCopyright (c) {year} {holder}\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files, to deal in\nthe Software without restriction, provided that this notice is included in all copies or substantial portions of the Software.\n\n${NO_WARRANTY}`,
  },
  {
    key: 'mpl-2.0',
    name: 'Mozilla Public License 2.0',
    spdxId: 'MPL-2.0',
    description:
      'Permissions of this weak copyleft license are conditioned on making available source code of licensed files.',
    permissions: [...FREE, 'patent-use'],
    conditions: ['include-copyright', 'disclose-source', 'same-license--file'],
    limitations: ['trademark-use', 'liability', 'warranty'],
    featured: false,
    body: 'Mozilla Public License Version 2.0\n==================================\n\nThis Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.\nSee https://mozilla.org/MPL/2.0/\n',
  },
  {
    key: 'unlicense',
    name: 'The Unlicense',
    spdxId: 'Unlicense',
    description:
      'A license with no conditions whatsoever which dedicates works to the public domain.',
    permissions: FREE,
    conditions: [],
    limitations: ['liability', 'warranty'],
    featured: false,
    body: `This is free and unencumbered software released into the public domain.\n\n${NO_WARRANTY}\nFor more information, please refer to <https://unlicense.org>\n`,
  },
];
