import * as ElasticEui from '@elastic/eui';
import * as EmotionReact from '@emotion/react';
import Moment from 'moment';
import React from 'react';
import ReactDom from 'react-dom';
import * as Rxjs from 'rxjs';
import { i18n } from '../i18n';
import * as KbnI18nReact from '../i18n_react';

/** Names in every Kibana 9; a plugin that uses others must fail, as in Kibana. */
window.__kbnSharedDeps__ = {
  ElasticEui,
  EmotionReact,
  KbnI18n: { i18n },
  KbnI18nReact,
  Moment,
  React,
  ReactDom,
  Rxjs,
};
