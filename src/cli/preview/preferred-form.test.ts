import { describe, expect, it } from 'vitest';
import { preferredForm } from './preferred-form.ts';

describe('preferredForm', () => {
  it.each([
    [undefined, 'html'],
    ['*/*', 'html'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['application/json', 'json'],
    ['application/json, text/plain, */*', 'json'],
    ['application/problem+json', 'json'],
    ['text/html;q=0.5, application/json', 'json'],
    ['text/html, application/json;q=0.9', 'html'],
    ['application/json;q=0', 'html'],
    ['application/json;q=0.5, text/html', 'html'],
    ['text/html, application/json', 'html'],
    ['text/markdown', 'markdown'],
    ['text/markdown, text/html, */*', 'markdown'],
    ['text/markdown;q=0.5, text/html', 'html'],
    ['text/markdown;q=0, */*', 'html'],
    ['text/markdown, application/json;q=0.9', 'markdown'],
  ])('of %s is %s', (accept, form) => {
    expect(preferredForm(accept)).toBe(form);
  });
});
