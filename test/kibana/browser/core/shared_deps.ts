import * as ElasticEui from '@elastic/eui';
import * as EmotionReact from '@emotion/react';
import Moment from 'moment';
import React from 'react';
import ReactDom from 'react-dom';
import * as Rxjs from 'rxjs';
import { i18n } from '../i18n';

/** The names of Kibana 9 that the plugin uses; a plugin that uses others must fail. */
window.__kbnSharedDeps__ = {
  ElasticEui,
  EmotionReact,
  KbnI18n: { i18n },
  Moment,
  React,
  ReactDom,
  Rxjs,
};
