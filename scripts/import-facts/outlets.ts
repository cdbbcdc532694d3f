/**
 * Outlets by host. One line each: `host | publisher | kind | language | stance`. Stance only for outlets that belong to
 * a side or to a state or body that is one; see publishers.ts. Edit here when an outlet is missing or wrong.
 */
interface Outlet {
  publisher: string
  kind: string
  language: string
  stance: string[]
}

const TABLE = `
5.180.24.3 | Wikipedia and mirrors | encyclopedia | en |
7al.net | Al-Hal | local-media | ar |
963media.com | 963 Media | local-media | en |
aa.com.tr | Anadolu | agency | ar | SNA TUR
aajae.co | Al-Araby al-Jadeed | newspaper | ar |
aajeg.com | Al-Araby al-Jadeed | newspaper | ar |
aajsa.com | Al-Araby al-Jadeed | newspaper | ar |
aanes-rep-eu.com | AANES representation in Europe | official | en | SDF
aawsat.com | Asharq Al-Awsat | newspaper | ar |
africanews.com | Africanews | newspaper | en |
afrinpost.net | Afrin Post | local-media | en | SDF
airwars.org | Airwars | monitor | en |
ajlounnews.net | Ajloun News | newspaper | ar |
akmckeever.substack.com | A. McKeever | blog | en |
aksalser.com | Aks Alser | local-media | ar |
alalam.ir | Al-Alam TV | newspaper | ar |
alamssar.com | Alamssar | newspaper | ar |
alaraby.co.uk | Al-Araby al-Jadeed | newspaper | ar |
albawaba.com | Al Bawaba | newspaper | ar |
albawaba.me | Al Bawaba | newspaper | ar |
albawaba.net | Al Bawaba | newspaper | ar |
albousallah.com | Albousallah | newspaper | ar |
alestiklal.net | Al-Estiklal | newspaper | en |
alittihad44.com | Al-Ittihad | newspaper | ar |
aljazeera.com | Al Jazeera | newspaper | en |
aljazeera.net | Al Jazeera | newspaper | ar |
aljazeeramubasher.net | Al Jazeera | newspaper | ar |
alkhabar.news | Alkhabar | newspaper | ar |
alkhabaralfawriu.com | Alkhabar Alfawri | newspaper | ar |
almalafat.com | Almalafat | newspaper | ar |
almasryalyoum.com | Al-Masry Al-Youm | newspaper | ar |
alnaharnews.uk | Al-Nahar | newspaper | ar |
alomah.net | Alomah | newspaper | ar |
alrai.com | Al-Rai | newspaper | ar |
alwakeelnews.com | Alwakeel News | newspaper | ar |
alwathika.com | Al-Wathika | newspaper | ar |
am1.news | AM1 | newspaper | fr |
ammarjohmani.blogspot.com | A. Johmani | blog | ar |
amp.dw.com | DW | newspaper | en |
anews.com.tr | A News | newspaper | en | SNA TUR
api.shafaq.com | Shafaq News | agency | en |
ar.ncr-iran.org | NCRI | newspaper | ar |
arab.southfront.press | SouthFront | blog | ar | RUS
arabic.euronews.com | Euronews | newspaper | ar |
arabkhabar.com | Arabkhabar | newspaper | ar |
arknews.net | ARK News | local-media | ar |
armedforcesconnect.org | Armed Forces Connect | blog | en |
armlur.am | Armlur | newspaper | en |
atlanticcouncil.org | Atlantic Council | research | en |
aydinlik.com.tr | Aydınlık | newspaper | tr |
b.bssnews.net | BSS | agency | en |
babel.ua | Babel | newspaper | en |
baladi-news.com | Baladi News | local-media | ar |
bawabatii.com | Bawabatii | newspaper | ar |
beiruttimes.com | Beirut Times | newspaper | ar |
benguturk.com | Bengütürk | newspaper | tr |
beqaatimes.com | Beqaa Times | newspaper | ar |
bianet.org | bianet | newspaper | en |
bluewin.ch | bluewin | newspaper | en |
bnonews.com | BNO News | newspaper | en |
britbrief.co.uk | Brit Brief | newspaper | en |
britcannews.com | BritCan News | newspaper | en |
bs.abna24.com | ABNA | agency | bs |
bssnews.net | BSS | agency | en |
cadenagramonte.cu | Cadena Agramonte | newspaper | en |
caliber.az | Caliber | newspaper | en |
capitalfm.co.ke | Capital FM | newspaper | en |
cedarsvoice.com | Cedars Voice | newspaper | ar |
channelnewsasia.com | CNA | newspaper | en |
china.org.cn | Xinhua | agency | en |
christisking.cc | Forum summary of maps | blog | en |
citizen.co.za | The Citizen | newspaper | en |
citynews27.com | Citynews27 | newspaper | en |
ckh.enc.edu | Copy of an Al Jazeera page | newspaper | en |
clashreport.com | Clash Report | local-media | en |
counterextremism.com | Counter Extremism Project | research | en |
cumhuriyet.com.tr | Cumhuriyet | newspaper | tr |
curtis.com | Curtis | research | en |
daily8.com | Daily8 | newspaper | en |
test.daily8.com | Daily8 | newspaper | en |
dailysabah.com | Daily Sabah | newspaper | en | SNA TUR
daraj.media | Daraj | newspaper | en |
dawn.com | Dawn | newspaper | en |
de.irna.ir | IRNA | agency | de |
de.southfront.org | SouthFront | blog | de | RUS
defense-arabic.com | Defense Arabic | newspaper | ar |
defensemirror.com | Defense Mirror | newspaper | en |
devdiscourse.com | Devdiscourse | newspaper | en |
deyaralnagab.com | Deyar al-Nagab | newspaper | ar |
dhamarnews.com | Dhamar News | newspaper | ar |
dirilispostasi.com | Diriliş Postası | newspaper | tr |
dogruhaber.com.tr | Doğruhaber | newspaper | tr |
duvarenglish.com | Duvar | newspaper | en |
dw.com | DW | newspaper | en |
eaworldview.com | EA WorldView | research | en |
ekonomimasasi.com.tr | Ekonomi Masası | newspaper | tr |
el-balad.com | El-Balad | newspaper | en |
gate.el-balad.com | El-Balad | newspaper | en |
el.tufs.ac.jp | Hürriyet | newspaper | ja |
elaph.com | Elaph | newspaper | ar |
elbalad.news | Sada El-Balad | newspaper | ar |
elmawkefalarabi.com | Elmawkef Alarabi | newspaper | ar |
elsiyasa.com | Elsiyasa | newspaper | ar |
elveth.info | Elveth | newspaper | ar |
en.axar.az | Axar.az | newspaper | en |
en.barran.press | Barran Press | newspaper | en |
en.ckhq.net | Map diary (ckhq.net) | blog | en |
en.haberler.com | Haberler | newspaper | en |
en.irna.ir | IRNA | agency | en |
en.kurdpress.com | Kurdpress | agency | en |
en.majalla.com | Al Majalla | newspaper | en |
en.mehrnews.com | Mehr | agency | en |
en.muraselon.com | Muraselon | local-media | en | SAA
en.people.cn | Xinhua | agency | en |
en.pressbee.net | PressBee | newspaper | en |
en.vestikavkaza.ru | Vestnik Kavkaza | newspaper | en |
en.webangah.ir | Webangah | newspaper | en |
en.wikipedia.org | Wikipedia and mirrors | encyclopedia | en |
en.zamanalwsl.net | Zaman al-Wasl | local-media | en |
enabbaladi.net | Enab Baladi | local-media | ar |
english.aawsat.com | Asharq Al-Awsat | newspaper | en |
english.ahram.org.eg | Ahram Online | newspaper | en |
english.alahednews.com.lb | Al-Ahed | newspaper | en |
english.alahednews.news | Al-Ahed | newspaper | en |
english.almayadeen.net | Al Mayadeen | newspaper | en |
english.enabbaladi.net | Enab Baladi | local-media | en |
english.hathalyoum.net | Middle East Eye | newspaper | en |
english.iswnews.com | Islamic World News | blog | en |
english.news.cn | Xinhua | agency | en |
enwikipedia.net | Wikipedia and mirrors | encyclopedia | en |
eremnews-fe-app-production.azurewebsites.net | Erem News | newspaper | ar |
eremnews.com | Erem News | newspaper | ar |
etanasyria.org | ETANA | research | en |
eurasia.ro | Eurasia.ro | newspaper | ro |
fa.abna24.com | ABNA | agency | fa |
firstpiper.com | First Piper | blog | en |
foxnews.com | Fox News | newspaper | en |
french.almanar.com.lb | Al-Manar | newspaper | fr |
fromthetrenchesworldreport.com | From the Trenches | blog | en |
furat-sy.com | Al-Furat | newspaper | ar |
genocidewatch.com | Genocide Watch | monitor | en |
geopolitiki.com | Geopolitiki | blog | en |
ghadnews.net | Ghad News | newspaper | ar |
giornaledibrescia.it | Giornale di Brescia | newspaper | it |
github.com | Copy in a public repository | map | en |
globalgulag.us | SouthFront | blog | en | RUS
globalsecurity.org | GlobalSecurity | research | en |
haqqin.az | Haqqin | newspaper | en |
hawarnews.com | Hawar News (ANHA) | agency | en | SDF
hcw9969.com | Xinhua | agency | en |
heartoforient.blogspot.com | Heart of Orient | blog | en |
historica.fandom.com | Historica (fandom) | encyclopedia | en |
horrya.net | Horrya Press | local-media | ar |
huria.news | Huria News | local-media | ar |
hurriyetdailynews.com | Hürriyet | newspaper | en |
i24news.tv | i24 News | newspaper | ar |
id.abna24.com | ABNA | agency | id |
idea.int | International IDEA | research | en |
ilketv.com.tr | İlke TV | newspaper | tr |
ilkha.com | ILKHA | agency | en |
ilksesgazetesi.com | İlkses | newspaper | tr |
indiaonlinenews.in | India Online News | newspaper | en |
innlb.com | INN Lebanon | newspaper | ar |
intellinews.com | bne IntelliNews | newspaper | en |
iowapublicradio.org | Iowa Public Radio | newspaper | en |
israel-alma.org | Alma Center | research | en |
italy.news-pravda.com | Pravda network | blog | it | RUS
jewishpress.com | Jewish Press | newspaper | en |
jpnews-sy.com | JPNews | local-media | ar |
jpost.com | Jerusalem Post | newspaper | en |
jusoor.co | Jusoor Center | research | ar |
kataeb.org | Kataeb | newspaper | ar |
kayhan.ir | Kayhan | newspaper | fa |
kcdme.com | KCDME | blog | en |
khaleejtopics.com | Khaleej Topics | newspaper | ar |
khazanah.republika.co.id | Republika | newspaper | id |
kiosqueinfo.com | Kiosque Info | newspaper | fr |
kirrinresources.com | Kirrin Resources | blog | en |
klyoum.com | Klyoum | newspaper | ar |
koerdischnieuws.nl | Koerdisch Nieuws | newspaper | nl |
konyaninsesi.com.tr | Konya'nın Sesi | newspaper | tr |
ksawats.com | Ksawats | newspaper | ar |
kurd-online.com | Kurd Online | newspaper | ar |
kurdistan24.net | Kurdistan24 | newspaper | en |
kyivindependent.com | Kyiv Independent | newspaper | en |
lapresse.tn | La Presse (Tunis) | newspaper | fr |
lbcgroup.tv | LBC | newspaper | en |
levant24.com | Levant24 | local-media | en | HTS
livemint.com | Mint | newspaper | en |
longwarjournal.org | Long War Journal | research | en |
maakav.org.il | Maakav | newspaper | he |
mail.baladi-news.com | Baladi News | local-media | ar |
majdnews.com | Majd News | newspaper | ar |
majlatv.com | Majla TV | newspaper | ar |
manage.rudaw.net | Rudaw | newspaper | en |
mandabpress.info | Mandab Press | newspaper | ar |
manshetat.com | Manshetat | newspaper | ar |
marebpress.net | Marib Press | newspaper | ar |
medyanews.net | Medya News | newspaper | en | SDF
menafn.com | MENAFN | newspaper | en |
mid-day.com | Mid-day | newspaper | en |
middleeasteye.net | Middle East Eye | newspaper | en |
middleeastmonitor.com | Middle East Monitor | newspaper | en |
middleeastnewsreleases.com | JNA | newspaper | en |
mideastdiscourse.com | Mideast Discourse | blog | en |
millenniumpost.in | Millennium Post | newspaper | en |
miragenews.com | Mirage News | newspaper | en |
misrelaan.com | Misr al-Aan | newspaper | ar |
moderngreatgame.watch | Modern Great Game | blog | en |
mofa.gov.iq | Iraqi Foreign Ministry | official | en |
mogazmasr.com | Mogaz Masr | newspaper | ar |
msdrnews.com | Masdar News | newspaper | ar |
mymotherlode.com | AP | agency | en |
nabdsyria.tv | Nabd Syria | local-media | ar |
naijanews.tdreport.com | UPI | agency | en |
namibiadailynews.info | Namibia Daily News | newspaper | en |
nascentyemen.com | Nascent Yemen | newspaper | en |
nationalcourrier.com | National Courrier | newspaper | en |
newjerusalemnotes.com | New Jerusalem Notes | blog | en |
news-pravda.com | Pravda network | blog | en | RUS
news.antiwar.com | Antiwar | newspaper | en |
news.az | News.az | newspaper | en |
news.moqem-europe.com | Moqem Europe | newspaper | ar |
news.online.ua | Online.ua | newspaper | en |
newsbeep.com | Long War Journal | research | en |
newscats.org | Newscats | newspaper | en |
newser.com | Newser | newspaper | en |
newsletterss.com | Institute for the Study of War | research | en |
newsmax.com | Newsmax | newspaper | en |
noticias.uol.com.br | UOL | newspaper | pt |
novinite.com | Novinite | newspaper | en |
npasyria.com | North Press | local-media | en | SDF
nsh-em.com | Xinhua | agency | en |
okaz.com.sa | Okaz | newspaper | ar |
optimizeias.com | OptimizeIAS | newspaper | en |
origin-web.yenisafak.com | Yeni Şafak | newspaper | en | SNA TUR
orinocotribune.com | Orinoco Tribune | newspaper | en |
owiki.org | Wikipedia and mirrors | encyclopedia | en |
palestinechronicle.com | Palestine Chronicle | newspaper | en |
particle.news | Particle | newspaper | en |
plenglish.com | Prensa Latina | agency | en |
pravda.com.ua | Ukrainska Pravda | newspaper | en |
prensa-latina.cu | Prensa Latina | agency | es |
press.un.org | United Nations | official | en |
profilpelajar.com | Wikipedia and mirrors | encyclopedia | en |
q8hashtagat.com | Q8 Hashtagat | newspaper | ar |
qasioun-news.com | Qasioun | local-media | ar |
radioalkul.com | Radio Alkul | local-media | ar |
raqqa-sl.com | Raqqa is Being Slaughtered Silently | local-media | ar |
rebaznews.net | Rebaz News | newspaper | ar |
reliefweb.int | ReliefWeb | official | en |
report.az | Report.az | newspaper | en |
republicworld.com | Republic World | newspaper | en |
rojavainformationcenter.org | Rojava Information Center | research | en | SDF
rudaw.net | Rudaw | newspaper | en |
sahafati.com | Sahafati | newspaper | ar |
sana.sy | SANA | agency | ar |
senaranews.com | Senara News | newspaper | ar |
shaam.org | Shaam Network | local-media | ar |
shafaq.com | Shafaq News | agency | en |
sharqakhbar.com | Sharq Akhbar | newspaper | ar |
sharqtrend.com | Sharq Trend | newspaper | ar |
shiawaves.com | Shia Waves | newspaper | en |
shorouknews.com | Shorouk | newspaper | ar |
siasat.com | Siasat | newspaper | en |
sofx.com | SOFX | newspaper | en |
solardaily.com | Space Media | newspaper | en |
southfront.press | SouthFront | blog | en | RUS
staging.sofrep.com | SOFREP | newspaper | en |
stepagency-sy.net | Step Agency | local-media | ar |
stkittsgazette.com | St Kitts Gazette | newspaper | en |
straturka.com | Strat Turka | research | en |
stripes.com | Stars and Stripes | newspaper | en |
sy-24.com | SY24 | local-media | ar |
symonitor.com | Symonitor | local-media | ar |
syria.news | Syria News | local-media | ar |
syria.tv | Syria TV | local-media | ar |
syriaarabspring.info | Syria Arab Spring (H. Aoyama) | research | ja |
syriacpress.com | Syriac Press | local-media | en |
syriadirect.org | Syria Direct | local-media | en |
syriahr.com | SOHR | monitor | en |
syrianmemory.org | Syrian Memory | research | en |
syrianobserver.com | Syrian Observer | local-media | en |
syrianpc.com | Syrian Press Center | local-media | ar |
syriatoday.ca | Syria Today | local-media | en |
syriatoday.info | Syria Today (info) | local-media | en |
tampafp.com | Tampa Free Press | newspaper | en |
tass.com | TASS | agency | en | RUS
tbnisrael.com | TBN Israel | newspaper | en |
tekosinaanarsist.noblogs.org | Tekoşîna Anarşîst | blog | en | SDF
telesurenglish.net | Telesur | newspaper | en |
tesaaworld.com | Tesaa | newspaper | ar |
thearabiannews.com | Arabian News | newspaper | en |
thefrontierpost.com | Frontier Post | newspaper | en |
theinformant247.com | The Informant247 | newspaper | en |
thelevantfiles.org | The Levant Files | newspaper | en |
thelevantnews.com | Levant News | newspaper | ar |
webs.thelevantnews.com | Levant News | newspaper | ar |
themedialine.org | The Media Line | newspaper | en |
thenationalnews.com | The National | newspaper | en |
thenewregion.com | The New Region | newspaper | en |
thenews.com.pk | The News | newspaper | en |
thesun.my | The Sun (Malaysia) | newspaper | en |
thevoice.news | The Voice | newspaper | en |
theyeshivaworld.com | Yeshiva World | newspaper | en |
thisisbeirut.com.lb | This is Beirut | newspaper | en |
timesofisrael.com | The Times of Israel | newspaper | en |
tmc24news.com | TMC24 | newspaper | ar |
today.lorientlejour.com | L'Orient Today | newspaper | en |
trt.global | TRT | agency | en | SNA TUR
trtarabi.com | TRT | agency | ar | SNA TUR
trtworld.com | TRT | agency | en | SNA TUR
truthinmedia.com | Truth in Media | blog | en |
turkiyetoday.com | Türkiye Today | newspaper | en | SNA TUR
uawire.org | UAWire | newspaper | en |
ultrasawt.com | Ultrasawt | newspaper | ar |
uprootedpalestinians.wordpress.com | Uprooted Palestinians | blog | en |
usabloger.com | Usabloger | blog | ar |
usmuslims.com | US Muslims | newspaper | en |
veterannews.org | Veteran News | newspaper | en |
vetogate.com | Vetogate | newspaper | ar |
wam.ae | WAM | agency | en |
waradana.com | Waradana | newspaper | ar |
watad.media | Watad | local-media | ar |
watanserb.com | Watan | newspaper | ar |
wdbo.com | WDBO | newspaper | en |
wdmadani.com | Wadi Madani | newspaper | ar |
wiki3.en-us.nina.az | Wikipedia and mirrors | encyclopedia | en |
wikimili.com | Wikipedia and mirrors | encyclopedia | en |
wikisum.wiki | Wikipedia and mirrors | encyclopedia | en |
wwwessalam.blogspot.com | Es-Salam (blog) | blog | ar |
yalibnan.com | Ya Libnan | newspaper | en |
yallasyrianews.com | Yalla Syria News | newspaper | ar |
yenisafak.com | Yeni Şafak | newspaper | en | SNA TUR
yingdouwang.com | DW | newspaper | en |
ynetnews.com | Ynet | newspaper | en |
zamanalwsl.net | Zaman al-Wasl | local-media | ar |
zamanmasdar.com | Zaman Masdar | newspaper | ar |
zerohedge.com | ZeroHedge | blog | en |
`

export const OUTLETS: ReadonlyMap<string, Outlet> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [host, publisher, kind, language, stance] = line.split('|').map((cell) => cell.trim())
      return [host, { publisher, kind, language, stance: stance ? stance.split(/\s+/) : [] }]
    }),
)
