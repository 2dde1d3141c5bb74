import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notFound } from '../../src/domain/refusal.ts';

const FILES = globSync(['src/domain/**/*.ts', 'src/operations/**/*.ts']);

/** A text in the source: its quote, and what is in it. */
const TEXT = /(?<quote>['"`])(?<text>(?:\\.|(?!\k<quote>)[^\\])*)\k<quote>/.source;

/** The texts that are given as the message of a refusal, by their file. A text that begins with a value begins with what a caller sent. */
const MESSAGES = FILES.flatMap((file) => {
  const source = readFileSync(file, 'utf8');
  const places = [
    new RegExp(`\\b(?:invalid|fault)\\(\\s*${TEXT}`, 'g'),
    new RegExp(`\\bprecondition\\(\\s*(?:'[A-Z_]+'|code),\\s*${TEXT}`, 'g'),
    new RegExp(`\\bmessage(?: =|:) ${TEXT}`, 'g'),
  ];
  return places.flatMap((place) => [...source.matchAll(place)].map(({ groups }) => ({ file, text: groups?.text ?? '' })));
});

describe('the message of a refusal', () => {
  it('is found in the source', () => {
    expect(MESSAGES.length).toBeGreaterThan(150);
  });

  it('begins with a capital, or with a name in quotes', () => {
    expect(MESSAGES.filter(({ text }) => !/^([A-Z"]|\\?`|\$\{)/.test(text))).toEqual([]);
  });

  it('ends with a full stop, or with another sentence', () => {
    expect(MESSAGES.filter(({ text }) => !/\.$|(\. \$\{\w+|errorMessage)\}$/.test(text))).toEqual([]);
  });

  it('names fields in back quotes where it begins with one', () => {
    expect(MESSAGES.filter(({ text }) => /^\$\{(name|field|argument)\}/.test(text))).toEqual([]);
  });

  it('names fields in back quotes wherever it names them', () => {
    const plain = MESSAGES.map(({ file, text }) => ({ file, text: text.replaceAll(/\\?`[^`]*`|"[^"]*"|\$\{[^}]*\}/g, '') }));
    expect(plain.filter(({ text }) => /\b[a-z]+[A-Z]/.test(text))).toEqual([]);
  });

  it('names what does not exist by its own id, not by that of what it belongs to', () => {
    expect(notFound('version', '0', [], { of: 'the plan' }).message).toBe('No version "0" of the plan.');
    const whats = FILES.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bnotFound\(\s*['"`]([^'"`]*)/g)].map(([, what]) => what),
    );
    expect(whats.length).toBeGreaterThan(20);
    expect(whats.filter((what) => / of (the|a) /.test(what ?? ''))).toEqual([]);
  });
});
