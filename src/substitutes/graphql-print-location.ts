import type { Location, Source, SourceLocation } from 'graphql';

/** The line and column of an error as text, without the lines of the document around it: only the text of a logged error has them. */
export const printSourceLocation = ({ name }: Source, { line, column }: SourceLocation): string => `${name}:${line}:${column}`;

export const printLocation = ({ source, startToken: { line, column } }: Location): string => printSourceLocation(source, { line, column });
