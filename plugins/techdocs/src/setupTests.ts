import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A busy machine renders late; a test that fails waits this long, one that passes does not.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
