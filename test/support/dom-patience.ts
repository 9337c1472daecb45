import { configure } from '@testing-library/preact';

// As for all tests: a busy machine may take its time.
configure({ asyncUtilTimeout: 20_000 });
