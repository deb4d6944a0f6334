import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { PolicyExplainer } from '@callboard/plugin-access-node';
import express from 'express';
import Router from 'express-promise-router';
import request from 'supertest';
import type { AccessContext } from '../AccessContext';
import { addAdministrators } from './addAdministrators';

it('has roles read by what keeps readings in order, and reads none beside it', async () => {
  const router = Router();
  const fill = jest.fn();
  const refreshRoles = jest.fn(async () => {});
  const explainer: Partial<PolicyExplainer> = {
    isGuest: () => false,
    roles: () => [],
    wouldSay: () => [],
  };
  const context = {
    router,
    httpAuth: mockServices.httpAuth(),
    explainers: { current: () => explainer },
    roleMembers: { fill, current: () => [] },
    knex: () => ({ orderBy: async () => [] }),
    now: () => new Date(),
    refreshRoles,
  };
  await addAdministrators(context as unknown as AccessContext & typeof context);
  await request(express().use(router))
    .get('/administrator')
    .set('authorization', mockCredentials.user.header())
    .expect(200, { state: 'open' });
  expect(refreshRoles).toHaveBeenCalledTimes(1);
  expect(fill).not.toHaveBeenCalled();
});
