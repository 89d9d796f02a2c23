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
  path: '/things',
  title: 'Things',
  one: 'thing',
  many: 'things',
  intro: '',
  keyOf: () => '',
  columns: [],
  orders,
  filters,
  containsWhat: 'name',
  contains: (text: string): object => ({ contains: text }),
};

test('a list has its first order, in the direction that a reader wants first', () => {
  expect(variablesOf(list, at({}))).toEqual({ conditions: [], orderBy: [{ weight: 'DESC' }], first: 40 });
});

test('a minus turns an order round', () => {
  expect(variablesOf(list, at({ order: '-name' })).orderBy).toEqual([{ name: 'DESC' }]);
});

test('an order that there is not is the first', () => {
  expect(orderOf(orders, at({ order: 'constructor' }))).toEqual({ name: 'weight', reversed: false });
});

test('a text and filters narrow a list; blanks and values that there are not do not', () => {
  const search = { contains: ' ab ', kind: 'BIG', owner: 'me' };
  expect(variablesOf(list, at(search)).conditions).toEqual([{ contains: 'ab' }, { kind: 'BIG' }, { owner: 'me' }]);
  expect(variablesOf(list, at({ contains: '  ', kind: 'toString' })).conditions).toEqual([]);
  expect(filtersOf(filters, at({ kind: 'SMALL', owner: '' }))).toEqual([]);
});

test('a page is the one behind a cursor, or the last one ahead of it', () => {
  expect(variablesOf(list, at({ after: 'c' }))).toMatchObject({ first: 40, after: 'c' });
  expect(variablesOf(list, at({ before: 'c' }))).toEqual({
    conditions: [],
    orderBy: [{ weight: 'DESC' }],
    last: 40,
    before: 'c',
  });
});

test('an address keeps what it says beside what changes', () => {
  const address = at({ contains: 'a b', after: 'c' });
  expect(addressWith(address, { after: undefined, order: 'name' })).toBe('/things?contains=a+b&order=name');
  expect(addressWith(address, { after: undefined, contains: undefined })).toBe('/things');
});
