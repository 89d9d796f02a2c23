/** @jsxImportSource react */
/// <reference types="vite/client" />
import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';
import { GraphiqlPage } from './graphiql-page.tsx';
import { readSetting } from './setting.ts';

const root = document.getElementById('graphiql');
if (root) createRoot(root).render(<GraphiqlPage {...readSetting()} />);
