import { Kind, OperationTypeNode, parse } from 'graphql';
import { useEffect, useState } from 'react';
import { ask } from './ask.ts';
import type { Question } from './setting.ts';

/** The words of answers, by query. A query without an answer so far is missing. */
export type Answers = ReadonlyMap<string, string>;

/** How many questions are asked at the same time. */
const AT_ONCE = 3;

/**
 * The questions that contain every word: first those with the words in the title, then in the query, then in the answer.
 * Case and accents do not matter.
 */
export function searchLibrary(library: readonly Question[], searched: string, answers: Answers): readonly Question[] {
  const words = folded(searched).split(/\s+/).filter(Boolean);
  const containsAll = (text: string) => words.every((word) => text.includes(word));
  const ranked = library.map((question) => {
    const title = folded(`${question.group} ${question.title}`);
    const query = `${title} ${folded(question.query)}`;
    const answer = answers.get(question.query) ?? '';
    return { question, rank: [title, query, `${query} ${answer}`].findIndex(containsAll) };
  });
  const found = ranked.filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank);
  return found.map(({ question }) => question);
}

/** A text for comparison. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[‘’ʼ]/gu, "'");
}

/** The answers to all questions, which arrive one after the other. Asks nothing until `wanted` is true. */
export function useAnswers(library: readonly Question[], wanted: boolean): Answers {
  const [answers, setAnswers] = useState<Answers>(new Map());
  useEffect(() => {
    if (!wanted) return;
    let stopped = false;
    const waiting = library.filter(({ query }) => isQuery(query));
    const next = async (): Promise<void> => {
      const question = stopped ? undefined : waiting.shift();
      if (!question) return;
      const text = await answerTo(question.query);
      if (!stopped) setAnswers((known) => new Map(known).set(question.query, text));
      await next();
    };
    for (let i = 0; i < AT_ONCE; i += 1) void next();
    return () => {
      stopped = true;
    };
  }, [library, wanted]);
  return answers;
}

async function answerTo(query: string): Promise<string> {
  try {
    const response = await ask({ operation: { query } });
    return folded(valuesOf(await response.json()).join(' '));
  } catch {
    return '';
  }
}

/** The strings and numbers of an answer, without its field names. */
function valuesOf(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesOf) : [];
}

function isQuery(text: string): boolean {
  try {
    return parse(text).definitions.every(
      (one) => one.kind !== Kind.OPERATION_DEFINITION || one.operation === OperationTypeNode.QUERY,
    );
  } catch {
    return false;
  }
}
