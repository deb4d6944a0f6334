import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A busy machine renders late; a test that fails waits this long, one that passes does not.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// jsdom has the element but not its methods; a test in the node environment has neither.
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal ??= function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close() {
    this.open = false;
  };
}
