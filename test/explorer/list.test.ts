import { expect, test } from 'vitest';
import type { Address } from '../../src/explorer/address.ts';
import {
  addressWith,
  type Filter,
  filtersOf,
  type OrderOption,
  orderOf,
  variablesOf,
} from '../../src/explorer/list.ts';

const at = (search: Record<string, string>): Address => ({ pathname: '/things', params: {}, search });

const orders: Record<string, OrderOption<object>> = {
  weight: { natural: 'DESC', by: (weight) => [{ weight }] },
  name: { natural: 'ASC', by: (name) => [{ name }] },
};
const filters: Record<string, Filter<object, unknown>> = {
  kind: { label: 'of kind', values: { BIG: 'big' }, where: (kind) => ({ kind }) },
  owner: { label: 'owned by', where: (owner) => ({ owner }) },
};
const list = {
  kind: 'article' as const,
  intro: '',
  keyOf: () => '',
  columns: [],
  orders,
  filters,
  containsWhat: 'name',
  contains: (text: string): object => ({ contains: text }),
};

test('without an order in the address, a list has its first order in its natural direction', () => {
  expect(variablesOf(list, at({}))).toEqual({ conditions: [], orderBy: [{ weight: 'DESC' }], first: 40 });
});

test('a minus reverses an order', () => {
  expect(variablesOf(list, at({ order: '-name' })).orderBy).toEqual([{ name: 'DESC' }]);
});

test('an unknown order falls back to the first', () => {
  expect(orderOf(orders, at({ order: 'constructor' }))).toEqual({ name: 'weight', reversed: false });
});

test('a text and filters narrow a list; spaces and invalid values are ignored', () => {
  const search = { contains: ' ab ', kind: 'BIG', owner: 'me' };
  expect(variablesOf(list, at(search)).conditions).toEqual([{ contains: 'ab' }, { kind: 'BIG' }, { owner: 'me' }]);
  expect(variablesOf(list, at({ contains: '  ', kind: 'toString' })).conditions).toEqual([]);
  expect(filtersOf(filters, at({ kind: 'SMALL', owner: '' }))).toEqual([]);
});

test('a page follows a cursor, or precedes it', () => {
  expect(variablesOf(list, at({ after: 'c' }))).toMatchObject({ first: 40, after: 'c' });
  expect(variablesOf(list, at({ before: 'c' }))).toEqual({
    conditions: [],
    orderBy: [{ weight: 'DESC' }],
    last: 40,
    before: 'c',
  });
});

test('a changed address keeps its other parameters', () => {
  const address = at({ contains: 'a b', after: 'c' });
  expect(addressWith(address, { after: undefined, order: 'name' })).toBe('/things?contains=a+b&order=name');
  expect(addressWith(address, { after: undefined, contains: undefined })).toBe('/things');
});
