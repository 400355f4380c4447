/** The compiled renderer's folder: the server bundle, the files for browsers, and its hash. */
export const RENDERER_BUNDLE = 'renderer.mjs';
export const RENDERER_CLIENT = 'client';
export const RENDERER_RECORD = 'renderer.json';
