; The installer for Windows, for Inno Setup 6. packaging/archives.py calls it as
;
;     iscc /DVersion=… /DFolder=… /DIcon=… /DOut=… /DFile=… packaging\windows\annotator.iss
;
; It installs for one user without an administrator, or for all with one. Projects, settings and
; models lie elsewhere and stay when the program is removed.

[Setup]
AppId={{7C9F3C1E-5B57-4A0B-9B3C-3C5B8F0E9A41}
AppName=annotator
AppVersion={#Version}
VersionInfoVersion={#Version}
DefaultDirName={autopf}\annotator
DefaultGroupName=annotator
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes
LicenseFile=..\..\LICENSE
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\annotator-window.exe
OutputDir={#Out}
OutputBaseFilename={#File}
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"

[CustomMessages]
en.Project=annotator project
ar.Project=مشروع annotator

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What another version or flavour has left would be loaded with this one.
Type: filesandordirs; Name: "{app}\_internal"
Type: filesandordirs; Name: "{app}\LICENCES"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\annotator"; Filename: "{app}\annotator-window.exe"
Name: "{autodesktop}\annotator"; Filename: "{app}\annotator-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.annotator"; ValueType: string; ValueData: "annotator.project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\annotator.project"; ValueType: string; ValueData: "{cm:Project}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\annotator.project\DefaultIcon"; ValueType: string; ValueData: "{app}\annotator-window.exe,0"
Root: HKA; Subkey: "Software\Classes\annotator.project\shell\open\command"; ValueType: string; ValueData: """{app}\annotator-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\annotator.exe"; ValueType: string; ValueData: "{app}\annotator-window.exe"; Flags: uninsdeletekey

[Run]
Filename: "{app}\annotator-window.exe"; Description: "{cm:LaunchProgram,annotator}"; Flags: nowait postinstall skipifsilent
